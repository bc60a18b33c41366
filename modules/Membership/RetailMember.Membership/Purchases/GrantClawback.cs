using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>Takes back, by the refund policy of the version that granted, what a receipt's refunded share had earned.</summary>
internal sealed class GrantClawback(ILedger ledger)
{
    public async Task<Taken> TakeAsync(
        Purchase purchase, Refund refund, RefundShares share, ProgrammeDocument granted, CancellationToken cancel)
    {
        var postings = new List<Posting>(2);
        var points = share.Of(purchase.Points);
        if (points > 0) postings.Add(Reversal(purchase.PointsOwner, purchase.PointsKey, MembershipUnits.Points, points, refund, granted));
        var growth = share.Of(purchase.Growth);
        if (growth > 0)
            postings.Add(Reversal(purchase.MemberId, purchase.GrowthKey, MembershipUnits.Growth, growth, refund, granted) with
            {
                // Growth is not spent, so there is always all of it to take.
                Shortage = Shortage.Overdraw,
                OnlyWhilePending = false,
            });
        var outcomes = await ledger.PostAsync(postings, cancel);
        if (outcomes.FirstOrDefault(o => o.Status == PostingStatus.Refused) is { Code: { } code })
            throw new Refusal(code, RefusalKind.Conflict);
        return new Taken(
            points > 0 ? -outcomes[0].Amount : 0,
            growth > 0 ? -outcomes[^1].Amount : 0,
            points > 0 && !purchase.HasOtherEarner ? outcomes[0].BalanceAfter : await BalanceAsync(refund, cancel));
    }

    /// <summary>What the member has now, pending points included.</summary>
    public async Task<long> BalanceAsync(Refund refund, CancellationToken cancel) =>
        (await ledger.ReadBalancesAsync([refund.MemberId], MembershipUnits.Points, refund.BusinessDate, cancel))
            .GetValueOrDefault(refund.MemberId)?.Total ?? 0;

    private static Reversal Reversal(
        Guid owner, string key, string unit, long amount, Refund refund, ProgrammeDocument granted) => new()
    {
        Key = $"{Refund.KeyPrefix}{refund.Id:N}:{unit}",
        Owner = owner,
        Unit = unit,
        Amount = amount,
        On = refund.BusinessDate,
        Reverses = key,
        Shortage = granted.RefundPolicy == RefundPolicy.AllowNegative ? Shortage.Overdraw : Shortage.TakeWhatIsThere,
        OnlyWhilePending = granted.RefundPolicy == RefundPolicy.OnlyPending,
        Reason = new PostingReason
        {
            StoreId = refund.StoreId,
            Operator = refund.Operator,
            Rule = "refund",
            Source = $"refund:{refund.Id:N}",
        },
    };

    /// <param name="Points">Taken back: less than the share where the policy spares what was spent.</param>
    /// <param name="PointsBalance">After the refund, pending points included.</param>
    internal sealed record Taken(long Points, long Growth, long PointsBalance);
}
