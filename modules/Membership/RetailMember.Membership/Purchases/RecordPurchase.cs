using FluentValidation;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Records a member's receipt: points, growth and tier follow from the programme in force at its business time.
/// The receipt number is the business key within its store.
/// </summary>
[Needs(MembershipPermissions.RecordPurchases)]
internal sealed class RecordPurchase(
    ReceiptDesks desks, EarningAdditions additions, ILedger ledger, IRows rows, IEvents events)
    : BatchUseCase<RecordPurchase.Input, RecordPurchase.Result>
{
    protected override async Task RunAsync(
        IReadOnlyList<BatchCall<Input, Result>> calls, CancellationToken cancel)
    {
        var desk = await desks.OpenAsync(
            calls[0].Context.RequiredBrand, [.. calls.Select(c => (c.Input.Member, c.Input.DayOf(c.Context)))],
            forWriting: true, cancel);
        var accepted = new List<(BatchCall<Input, Result> Call, JudgedReceipt Receipt)>(calls.Count);
        foreach (var call in calls)
        {
            var judged = desk.Judge(call.Input, call.Context);
            if (judged.Refusal is { } no) call.Refuse(no);
            else accepted.Add((call, judged.Value));
        }

        if (accepted.Count == 0) return;
        JudgedReceipt[] receipts = [.. accepted.Select(a => a.Receipt)];
        await additions.AskAsync(receipts, cancel);
        Purchase[] purchases = [.. accepted.Select(a => a.Receipt.Purchase(a.Call.Input.ReceiptNo))];
        var balances = await PostAsync(receipts, purchases, cancel);
        await WriteAsync(receipts, purchases, cancel);
        for (var i = 0; i < purchases.Length; i++)
            accepted[i].Call.Answer(Answer(receipts[i], purchases[i], balances.GetValueOrDefault(purchases[i].Id)));
    }

    /// <summary>Posts points and growth; answers the balance of points after each purchase that got some.</summary>
    private async Task<Dictionary<Guid, long>> PostAsync(
        JudgedReceipt[] receipts, Purchase[] purchases, CancellationToken cancel)
    {
        var postings = new List<Posting>(receipts.Length * 2);
        var purchaseOf = new List<Guid>(receipts.Length * 2);
        for (var i = 0; i < receipts.Length; i++)
            foreach (var posting in receipts[i].Postings(purchases[i]))
            {
                postings.Add(posting);
                purchaseOf.Add(purchases[i].Id);
            }

        var outcomes = await ledger.PostAsync(postings, cancel);
        var balances = new Dictionary<Guid, long>(receipts.Length);
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Status == PostingStatus.Refused)
                throw new Refusal(outcomes[i].Code!, RefusalKind.Conflict);
            if (postings[i].Unit == MembershipUnits.Points) balances[purchaseOf[i]] = outcomes[i].BalanceAfter;
        }

        return balances;
    }

    private async Task WriteAsync(JudgedReceipt[] receipts, Purchase[] purchases, CancellationToken cancel)
    {
        await rows.InsertAsync(purchases, cancel);
        await rows.InsertAsync([.. receipts.SelectMany(r => r.Lines())], cancel);
        MemberAtTill[] touched = [.. receipts.Select(r => r.At).Distinct()];
        await rows.UpdateAsync([.. touched.Select(t => t.Member)], Member.Progress, cancel);
        TierChange[] changes = [.. touched.SelectMany(t => t.TierChanges)];
        await rows.InsertAsync(changes, cancel);
        foreach (var purchase in purchases)
            events.Add(new PurchaseRecorded(
                purchase.BrandId, purchase.StoreId, purchase.MemberId, purchase.Id, purchase.BusinessDate,
                purchase.PaidFen, purchase.Points));
        foreach (var change in changes)
            events.Add(new TierChanged(change.BrandId, change.MemberId, change.From, change.To));
    }

    private static Result Answer(JudgedReceipt receipt, Purchase purchase, long balance) => new(
        purchase.Id,
        receipt.At.Member.MemberNo,
        new Money(purchase.PaidFen),
        purchase.Points,
        purchase.Growth,
        balance,
        purchase.Points > 0 ? receipt.Evaluation.Lot.UsableFrom : null,
        purchase.Points > 0 ? receipt.Evaluation.Lot.ExpiresOn : null,
        purchase.Tier,
        receipt.After.Tier.Code);

    internal sealed record Input : ReceiptForm, IInput<Result>, IKeyed
    {
        /// <summary>As printed by the till; unique in its store.</summary>
        public required string ReceiptNo { get; init; }

        string IKeyed.BusinessKey => ReceiptNo;
    }

    /// <param name="Paid">Yuan.</param>
    /// <param name="PointsBalance">Pending points included; 0 where the receipt granted none.</param>
    /// <param name="ExpiresOn">Last valid day of the points; left out where they never expire.</param>
    /// <param name="Tier">That judged this receipt.</param>
    /// <param name="TierAfter">From the next receipt on.</param>
    internal sealed record Result(
        Guid PurchaseId,
        string Member,
        Money Paid,
        long Points,
        long Growth,
        long PointsBalance,
        DateOnly? UsableFrom,
        DateOnly? ExpiresOn,
        string Tier,
        string TierAfter);

    internal sealed class Rules : ReceiptRules<Input>
    {
        public Rules() => RuleFor(r => r.ReceiptNo).NotEmpty().MaximumLength(64);
    }
}
