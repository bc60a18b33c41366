using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>
/// Proves the books of one brand, or of the chain: the ledger's own audit by brand and unit, members by tier, and
/// receipts against postings. A breach is logged as an error, so that the nightly run does not go unheard.
/// </summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class VerifyBooks(
    ILedgerAudit audit, TierMix mix, UseCaseEntry entry, IBrandDirectory brands, AuditTurn turn, ILogger<VerifyBooks> log)
    : Query<VerifyBooks.Input, VerifyBooks.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        Brand[] asked = call.Brand is { } one ? [one] : [.. brands.Brands];
        var today = asked.Select(b => b.DateOf(call.At)).DefaultIfEmpty(DateOnly.FromDateTime(call.At)).Max();
        var asOf = BusinessDays.Of(input.AsOf, today, "membership.books-day-to-come");
        using var taken = await turn.TakeAsync(call.Channel, cancel);
        var lines = await audit.VerifyAsync(asOf, cancel);
        var tiers = await mix.CountAsync(call, asOf, cancel);
        var results = new List<BrandBooks>(asked.Length);
        foreach (var brand in asked)
        {
            var own = await entry.RunAsync(new CheckMembership.Input(), call with { Brand = brand }, cancel);
            results.Add(new BrandBooks(
                brand.Code,
                [.. lines.Where(l => l.BrandId == brand.Id).Select(UnitBook.Of)],
                tiers.Of(brand.Id).Values.Sum(),
                tiers.Of(brand.Id),
                own.Breaches));
        }

        var result = new Result(asOf, results.All(b => b.IsSound), results);
        if (!result.Sound) log.LogError("The books have breaches: {@Brands}", results.Where(b => !b.IsSound));
        return result;
    }

    /// <param name="AsOf">Business day; today where it is left out.</param>
    internal sealed record Input(DateOnly? AsOf = null) : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, bool Sound, IReadOnlyList<BrandBooks> Brands);

    /// <param name="Members">Active members by the day.</param>
    /// <param name="Tiers">The same by code of tier.</param>
    internal sealed record BrandBooks(
        string Brand,
        IReadOnlyList<UnitBook> Units,
        long Members,
        IReadOnlyDictionary<string, long> Tiers,
        IReadOnlyList<MembershipBreach> Breaches)
    {
        internal bool IsSound => Breaches.Count == 0 && Units.All(u => u.Breaches.Count == 0);
    }

    /// <summary>See <see cref="LedgerAuditLine"/>.</summary>
    internal sealed record UnitBook(
        string Unit,
        long Accounts,
        long Postings,
        long Issued,
        long Spent,
        long Expired,
        long Outstanding,
        long Pending,
        IReadOnlyList<LedgerBreach> Breaches)
    {
        public static UnitBook Of(LedgerAuditLine l) => new(
            l.Unit, l.Accounts, l.Postings, l.Issued, l.Spent, l.Expired, l.Outstanding, l.Pending, l.Breaches);
    }
}
