using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Reports;

/// <summary>The chain at a glance: each brand's members, and month by month its sales, new members and points.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class ReadChainOverview(MembershipDb db, TierMix mix, IBrandDirectory brands)
    : Query<ReadChainOverview.Input, ReadChainOverview.Result>
{
    private const int UsualMonths = 12;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Brand is not null) throw new Refusal("membership.chain-only", RefusalKind.Forbidden);
        var today = brands.Brands.Select(b => b.DateOf(call.At)).DefaultIfEmpty(DateOnly.FromDateTime(call.At)).Max();
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - input.Months);
        var members = await mix.CountAsync(call, today, cancel);
        var sums = (await SumsAsync(first, cancel)).ToLookup(s => s.BrandId);
        DateOnly[] months = [.. Enumerable.Range(0, input.Months).Select(first.AddMonths)];
        return new Result(today, [.. brands.Brands.Select(b => new BrandSum(
            b.Code, b.Name, members.Of(b.Id).Values.Sum(), [.. months.Select(m => Show(m, sums[b.Id]))]))]);
    }

    private static Month Show(DateOnly first, IEnumerable<MonthSum> sums) =>
        sums.FirstOrDefault(s => s.Year == first.Year && s.Month == first.Month) is { } sum
            ? new Month(first, sum.NewMembers, sum.Purchases, new Money(sum.NetFen), sum.NetPoints)
            : new Month(first, 0, 0, Money.Zero, 0);

    private Task<List<MonthSum>> SumsAsync(DateOnly from, CancellationToken cancel) =>
        db.AcrossBrands<StoreDay>().Where(d => d.Day >= from)
            .GroupBy(d => new { d.BrandId, d.Day.Year, d.Day.Month })
            .Select(g => new MonthSum
            {
                BrandId = g.Key.BrandId,
                Year = g.Key.Year,
                Month = g.Key.Month,
                NewMembers = g.Sum(d => d.NewMembers),
                Purchases = g.Sum(d => d.Purchases),
                NetFen = g.Sum(d => d.PaidFen - d.RefundedFen),
                NetPoints = g.Sum(d => d.PointsIssued - d.PointsTakenBack),
            })
            .ToListAsync(cancel);

    private sealed class MonthSum
    {
        public int BrandId { get; init; }

        public int Year { get; init; }

        public int Month { get; init; }

        public long NewMembers { get; init; }

        public long Purchases { get; init; }

        public long NetFen { get; init; }

        public long NetPoints { get; init; }
    }

    /// <param name="Months">1 to 36, this month included.</param>
    internal sealed record Input(int Months = UsualMonths) : IInput<Result>;

    /// <param name="Today">The latest business day of all brands.</param>
    internal sealed record Result(DateOnly Today, IReadOnlyList<BrandSum> Brands);

    /// <param name="Members">Active today.</param>
    /// <param name="Months">Oldest first, quiet ones too.</param>
    internal sealed record BrandSum(string Code, string Name, long Members, IReadOnlyList<Month> Months);

    /// <param name="First">First day of the month.</param>
    /// <param name="Sales">Yuan paid, refunds taken off.</param>
    /// <param name="Points">Issued, less what refunds took back.</param>
    internal sealed record Month(DateOnly First, long NewMembers, long Purchases, Money Sales, long Points);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Months).InclusiveBetween(1, 36);
    }
}
