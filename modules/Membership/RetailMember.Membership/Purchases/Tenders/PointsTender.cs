using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Points as money, by the rate of the version in force at the receipt's time and in whole yuan. They are spent before
/// the receipt earns, so a receipt is never paid with its own points.
/// </summary>
internal sealed class PointsTender(MembershipDb db, ProgrammeShelf shelf, ILedger ledger) : ITender
{
    public const string Kind = "points";

    public async Task<IReadOnlyList<TenderOutcome>> QuoteAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel)
    {
        var plans = await PlanAsync(receipts, receipts, cancel);
        return [.. plans.Select(p => p.Refusal is { } no ? TenderOutcome.Refused(no) : p.Lacks ? Insufficient(p.Usable) : p.Outcome())];
    }

    public async Task<IReadOnlyList<TenderOutcome>> SettleAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel)
    {
        // Who names a number needs no balance read: the ledger itself says whether it is there.
        var plans = await PlanAsync(receipts, [.. receipts.Where(r => r.Asked[0].Points is null)], cancel);
        var outcomes = plans.Select(p => p.Refusal is { } no ? TenderOutcome.Refused(no) : p.Outcome()).ToArray();
        int[] paying = [.. Enumerable.Range(0, plans.Length).Where(i => outcomes[i].Refusal is null)];
        var posted = await ledger.PostAsync([.. paying.Select(i => plans[i].Debit())], cancel);
        for (var i = 0; i < paying.Length; i++)
            if (posted[i] is { Status: PostingStatus.Refused } no)
                outcomes[paying[i]] = no.Code == LedgerRefusals.Insufficient
                    ? Insufficient(no.Available)
                    : TenderOutcome.Refused(new Refusal(no.Code!, RefusalKind.Conflict));
        return outcomes;
    }

    public async Task<IReadOnlyList<TenderReturned>> GiveBackAsync(
        IReadOnlyList<TenderReturn> returns, CancellationToken cancel)
    {
        var programmes = await shelf.OfAsync(db, returns[0].Call.RequiredBrand.Id, cancel);
        // The share of a few fen may be no whole point yet; the last refund takes them all.
        TenderReturn[] whole = [.. returns.Where(r => r.Points > 0)];
        var posted = await ledger.PostAsync([.. whole.Select(r => Reversal(r, programmes))], cancel);
        if (posted.FirstOrDefault(p => p.Status == PostingStatus.Refused) is { Code: { } code })
            throw new Refusal(code, RefusalKind.Conflict);
        return [.. returns.Select(r => new TenderReturned(r.AmountFen))];
    }

    private async Task<PointsPlan[]> PlanAsync(
        IReadOnlyList<TenderReceipt> receipts, IReadOnlyList<TenderReceipt> needBalance, CancellationToken cancel)
    {
        var programmes = await shelf.OfAsync(db, receipts[0].Call.RequiredBrand.Id, cancel);
        var usable = new Dictionary<Guid, long>();
        foreach (var sameDay in needBalance.GroupBy(r => r.On))
        {
            Guid[] members = [.. sameDay.Select(r => r.Member)];
            foreach (var (member, balance) in await ledger.ReadBalancesAsync(members, MembershipUnits.Points, sameDay.Key, cancel))
                usable[member] = balance.Usable;
        }

        return [.. receipts.Select(r => PointsPlan.Of(r, programmes.At(r.At), usable.GetValueOrDefault(r.Member)))];
    }

    private static Reversal Reversal(TenderReturn returned, BrandProgrammes programmes) => new()
    {
        Key = $"refund:{returned.RefundId:N}:tender:{returned.Number}",
        Owner = returned.Member,
        Unit = MembershipUnits.Points,
        Amount = returned.Points,
        On = returned.On,
        Reverses = returned.Reference,
        GraceDays = programmes.Numbered(returned.ProgrammeVersion).Programme.Document.GraceDays,
        Reason = new PostingReason
        {
            StoreId = returned.Call.Store?.Id,
            Operator = returned.Call.Caller.Name,
            Rule = "points-money-back",
            RuleVersion = returned.ProgrammeVersion,
            Source = $"refund:{returned.RefundId:N}",
        },
    };

    private static TenderOutcome Insufficient(long usable) => TenderOutcome.Refused(
        new Refusal("purchase.points-insufficient", RefusalKind.Conflict, ("usable", Math.Max(0, usable))));
}
