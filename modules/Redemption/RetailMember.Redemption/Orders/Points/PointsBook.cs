using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders.Points;

/// <summary>The points of a batch's members while it is decided, each redemption seeing what the ones before it took.</summary>
internal sealed class PointsBook(IOpenAccounts accounts, PoolsOfBatch pools)
{
    /// <summary>What a member can spend; his pool's points too where he asks for them.</summary>
    public long Available(Guid member, bool pooled) =>
        pools.PayersOf(member, pooled).Sum(p => accounts.UsableOf(p).Sum(l => l.Remaining));

    /// <summary>
    /// Who pays how many of points that are available: of a pool first-to-expire first across its members, and of one
    /// day the member's own first.
    /// </summary>
    public IReadOnlyList<PointsShare> Split(Guid member, bool pooled, long points)
    {
        var open = pools.PayersOf(member, pooled).Index()
            .SelectMany(p => accounts.UsableOf(p.Item)
                .Select(l => (Order: p.Index, Member: p.Item, l.ExpiresOn, l.Remaining)))
            .OrderBy(l => l.ExpiresOn ?? DateOnly.MaxValue).ThenBy(l => l.Order);
        var taken = new Dictionary<Guid, long>();
        var left = points;
        foreach (var lot in open)
        {
            var part = Math.Min(left, lot.Remaining);
            taken[lot.Member] = taken.GetValueOrDefault(lot.Member) + part;
            if ((left -= part) == 0) break;
        }

        return [.. taken.Where(t => t.Value > 0).Select(t => new PointsShare(t.Key, t.Value))];
    }

    /// <summary>Takes the shares of a redemption; null where they were there.</summary>
    public Refusal? Take(RedemptionUnderway redemption)
    {
        var payments = OrderPayments.Of([redemption.Order], [.. redemption.OthersShares()]);
        return accounts.Take([.. payments.Select(p => DebitOf(p, redemption))]) switch
        {
            null => null,
            { Code: LedgerRefusals.Insufficient or LedgerRefusals.BelowFloor } no =>
                TooFew(no.Available, redemption.Points),
            { } no => new Refusal(no.Code!, RefusalKind.Conflict),
        };
    }

    public static Refusal TooFew(long available, long points) =>
        new(RewardRefusals.TooFewPoints, RefusalKind.Conflict, ("available", available), ("points", points));

    public Task SaveAsync(CancellationToken cancel) => accounts.SaveAsync(cancel);

    private static Debit DebitOf(OrderPayment payment, RedemptionUnderway redemption) => new()
    {
        Key = payment.PostingKey,
        Owner = payment.Member,
        Unit = MembershipUnits.Points,
        Amount = payment.Points,
        On = payment.Order.OrderedOn,
        Kind = PostingKind.Spend,
        Reason = new PostingReason
        {
            StoreId = payment.Order.StoreId,
            Operator = redemption.Call.Caller.Name,
            Rule = redemption.Offer.Code,
            Source = payment.Order.Id.ToString(),
        },
    };
}

/// <summary>Who pays how many points of a redemption.</summary>
internal sealed record PointsShare(Guid Member, long Points);
