using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Rules;

/// <summary>A reward as an edition offers it: who may have it, and at what price. Nothing is read here.</summary>
/// <param name="ListPoints">In this edition.</param>
internal sealed record Offer(Guid RewardId, string Code, RewardTerms Terms, bool Withdrawn, Guid EditionId, long ListPoints)
{
    /// <summary>False for a coupon of whose definition no voucher is issued now.</summary>
    public bool CanBeIssued { get; init; } = true;

    /// <summary>Why a module forbids that anybody has it; null where it may be had.</summary>
    public Refusal? Forbidden { get; init; }

    /// <summary>Why this member may not have it at all; null where he may.</summary>
    public Refusal? Fault(Visit visit) =>
        Forbidden is { } forbidden && !Withdrawn ? forbidden
        : FaultCode(visit) is { } code ? new Refusal(code, RefusalKind.Conflict) : null;

    private string? FaultCode(Visit visit) =>
        Withdrawn || !CanBeIssued || !Terms.IsWithin(visit.On) ? RewardRefusals.NotOffered
        : Terms.Tiers.Count > 0 && !Terms.Tiers.Contains(visit.Member.Tier) ? RewardRefusals.NotForTier
        : !IsAt(Terms.Stores, visit) ? RewardRefusals.NotHere
        : Terms.Right is { } right && !visit.Rights.Contains(right.Name) ? RewardRefusals.NotOffered
        : null;

    /// <summary>The counters of the member's limits on a day.</summary>
    public IEnumerable<(QuotaKey Key, int Most)> Limits(Guid member, DateOnly on) =>
        Terms.Limits.Select(l => (new QuotaKey(member, RewardId, l.KeyOf(on, EditionId)), l.Most));

    /// <summary>The counters of receipts that might open a price, each of which counts to one.</summary>
    public IEnumerable<QuotaKey> ReceiptKeys(Visit visit) =>
        from price in Terms.Prices
        where price.ReceiptOfToday is not null
        from receipt in visit.Receipts
        where receipt.NetFen >= price.ReceiptOfToday!.Value.Fen
        select KeyOf(visit, receipt, price);

    /// <summary>The lowest price that the member may have.</summary>
    /// <param name="visit">Who asks, where and when.</param>
    /// <param name="isFree">Whether a receipt has not yet opened a price of that code.</param>
    public Price PriceFor(Visit visit, Func<QuotaKey, bool> isFree)
    {
        var best = new Price(ListPoints, null, null);
        foreach (var price in Terms.Prices)
        {
            if (price.Points >= best.Points || !Meets(price, visit)) continue;
            if (price.ReceiptOfToday is not { } least)
            {
                best = new Price(price.Points, price.Code, null);
                continue;
            }

            // The smallest receipt that will do: a larger one may open something else.
            var opens = visit.Receipts.Where(r => r.NetFen >= least.Fen).OrderBy(r => r.NetFen)
                .Select(r => KeyOf(visit, r, price)).FirstOrDefault(isFree);
            if (opens is not null) best = new Price(price.Points, price.Code, opens, least.Fen);
        }

        return best;
    }

    /// <summary>At one of the stores, where any are named.</summary>
    private static bool IsAt(IReadOnlyList<string> stores, Visit visit) =>
        stores.Count == 0 || (visit.Store is { } here && stores.Contains(here, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the member meets what a price asks for beside a receipt.</summary>
    public static bool Meets(ConditionalPrice price, Visit visit) =>
        (price.Tiers.Count == 0 || price.Tiers.Contains(visit.Member.Tier))
        && IsAt(price.Stores, visit)
        && !(price.From > visit.On) && !(price.To < visit.On)
        && (price.Condition is null || visit.Conditions.Contains(price.Condition));

    private static QuotaKey KeyOf(Visit visit, MemberReceipt receipt, ConditionalPrice price) =>
        new(visit.Member.Id, receipt.Id, price.Code);
}

/// <summary>A member before the catalogue.</summary>
/// <param name="Store">Code; null where he is at none.</param>
/// <param name="Receipts">Of this day.</param>
/// <param name="Conditions">Names of other modules' conditions that he meets.</param>
/// <param name="Rights">Names of other modules' rights that can be granted here.</param>
internal sealed record Visit(
    MemberSummary Member,
    string? Store,
    DateOnly On,
    IReadOnlyList<MemberReceipt> Receipts,
    IReadOnlySet<string> Conditions,
    IReadOnlySet<string> Rights);

/// <summary>What one piece costs a member.</summary>
/// <param name="Code">Of the conditional price; null for the list price.</param>
/// <param name="Opened">The counter of the receipt that opened it.</param>
/// <param name="LeastFen">What that receipt must come to.</param>
internal sealed record Price(long Points, string? Code, QuotaKey? Opened, long? LeastFen = null);
