using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Reports;

/// <summary>The brand at a glance: members, tier mix, and day by day and store by store sales, new members and points.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class ReadOverview(
    MembershipDb db, TierMix mix, ProgrammeShelf shelf, IBrandDirectory brands, ITexts texts)
    : Query<ReadOverview.Input, ReadOverview.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var (from, to) = ReportWindow.Of(input.From, input.To, brand.DateOf(call.At));
        var programme = (await shelf.OfAsync(db, brand.Id, cancel)).FindAt(call.At)?.Programme;
        var tiers = (await mix.CountAsync(call, to, cancel)).Of(brand.Id);
        return new Result(
            from,
            to,
            tiers.Values.Sum(),
            [.. InLadderOrder(tiers, programme).Select(t => new TierShare(TierName.Of(t.Key, programme, texts.Language), t.Value))],
            await DaysAsync(from, to, cancel),
            await StoresAsync(from, to, cancel));
    }

    private static IEnumerable<KeyValuePair<string, long>> InLadderOrder(
        IReadOnlyDictionary<string, long> tiers, Programme? programme) =>
        tiers.OrderBy(t => programme?.Ladder.Find(t.Key)?.Step ?? int.MaxValue).ThenBy(t => t.Key, StringComparer.Ordinal);

    /// <summary>Every day of the window, quiet ones too, so that a chart needs no gaps filled.</summary>
    private async Task<IReadOnlyList<Day>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var sums = await db.StoreDays.Where(d => d.Day >= from && d.Day <= to)
            .GroupBy(d => d.Day)
            .Select(g => new
            {
                Day = g.Key,
                NewMembers = g.Sum(d => d.NewMembers),
                Purchases = g.Sum(d => d.Purchases),
                PaidFen = g.Sum(d => d.PaidFen),
                RefundedFen = g.Sum(d => d.RefundedFen),
                PointsIssued = g.Sum(d => d.PointsIssued),
                PointsTakenBack = g.Sum(d => d.PointsTakenBack),
            })
            .ToDictionaryAsync(d => d.Day, cancel);
        return
        [
            .. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Select(day =>
                sums.TryGetValue(day, out var d)
                    ? new Day(
                        day, d.NewMembers, d.Purchases, new Money(d.PaidFen), new Money(d.RefundedFen), d.PointsIssued,
                        d.PointsTakenBack)
                    : new Day(day, 0, 0, Money.Zero, Money.Zero, 0, 0)),
        ];
    }

    /// <summary>Best sales first; what belongs to no store is left out.</summary>
    private async Task<IReadOnlyList<StoreSum>> StoresAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var sums = await db.StoreDays.Where(d => d.Day >= from && d.Day <= to)
            .GroupBy(d => d.StoreId)
            .Select(g => new
            {
                Store = g.Key,
                NewMembers = g.Sum(d => d.NewMembers),
                Purchases = g.Sum(d => d.Purchases),
                NetFen = g.Sum(d => d.PaidFen - d.RefundedFen),
                PointsIssued = g.Sum(d => d.PointsIssued),
            })
            .ToListAsync(cancel);
        return
        [
            .. from sum in sums
               let store = brands.FindStore(sum.Store)
               where store is not null
               orderby sum.NetFen descending, store.Code
               select new StoreSum(
                   store.Code, store.Name, sum.NewMembers, sum.Purchases, new Money(sum.NetFen), sum.PointsIssued),
        ];
    }

    /// <summary>The last thirty days where neither end is given.</summary>
    internal sealed record Input(DateOnly? From = null, DateOnly? To = null) : IInput<Result>;

    /// <param name="Members">Active at the end of the window.</param>
    /// <param name="TierMix">Lowest tier first.</param>
    internal sealed record Result(
        DateOnly From,
        DateOnly To,
        long Members,
        IReadOnlyList<TierShare> TierMix,
        IReadOnlyList<Day> Days,
        IReadOnlyList<StoreSum> StoreSums);

    /// <summary>Sums of one store over the window.</summary>
    /// <param name="Sales">Yuan paid, refunds taken off.</param>
    internal sealed record StoreSum(
        string Code, string Name, long NewMembers, long Purchases, Money Sales, long PointsIssued);

    internal sealed record TierShare(TierName Tier, long Members);

    /// <summary>Sums of all stores of the brand on one business day.</summary>
    /// <param name="Sales">Yuan paid.</param>
    /// <param name="Refunded">Yuan given back.</param>
    internal sealed record Day(
        DateOnly BusinessDate, long NewMembers, long Purchases, Money Sales, Money Refunded, long PointsIssued, long PointsTakenBack);
}
