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
    ReceiptDesks desks,
    TenderDesk tenders,
    EarningAdditions additions,
    PriceGrounds prices,
    ILedger ledger,
    IRows rows,
    IEvents events)
    : BatchUseCase<RecordPurchase.Input, RecordPurchase.Result>
{
    protected override async Task RunAsync(
        IReadOnlyList<BatchCall<Input, Result>> calls, CancellationToken cancel)
    {
        var desk = await desks.OpenAsync(
            calls[0].Context.RequiredBrand,
            [.. calls.Select(c => (c.Input.Member, c.Input.DayOf(c.Context), c.Context.Store?.Id))], cancel);
        var booked = new List<Booked>(calls.Count);
        var turns = TenderTurns.Of(calls, desk, oneEach: desk.LooksAtBalances && additions.AnybodyAdds);
        foreach (var turn in turns) booked.AddRange(await BookAsync(desk, turn, cancel));
        if (booked.Count == 0) return;
        await WriteAsync(booked, cancel);
        foreach (var one in booked) one.Call.Answer(Answer(one));
    }

    /// <summary>Prices, lays tenders on, judges and posts the receipts of one turn.</summary>
    private async Task<IReadOnlyList<Booked>> BookAsync(
        ReceiptDesk desk, IReadOnlyList<BatchCall<Input, Result>> turn, CancellationToken cancel)
    {
        var grounds = await prices.OfAsync(desk, [.. turn.Select(c => ((ReceiptForm)c.Input, c.Context))], cancel);
        var tendered = await SettleAsync(desk, turn, grounds, cancel);
        var accepted = new List<(BatchCall<Input, Result> Call, JudgedReceipt Receipt)>(turn.Count);
        foreach (var call in turn.Where(c => c.Open))
        {
            if (tendered.TryGetValue(call, out var receipt))
            {
                accepted.Add((call, desk.Judge(receipt.Priced, receipt.Settled)));
                continue;
            }

            var priced = desk.Price(call.Input, call.Context, grounds.GetValueOrDefault(call.Input));
            if (priced.Refusal is { } no) call.Refuse(no);
            else accepted.Add((call, desk.Judge(priced.Value, [])));
        }

        if (accepted.Count == 0) return [];
        JudgedReceipt[] receipts = [.. accepted.Select(a => a.Receipt)];
        await additions.AskAsync(receipts, cancel);
        foreach (var receipt in receipts) receipt.Earner.Grant(receipt.Evaluation.Lot, receipt.AddedPoints);
        Purchase[] purchases = [.. accepted.Select(a => a.Receipt.Purchase(a.Call.Input.ReceiptNo))];
        var balances = await PostAsync(receipts, purchases, cancel);
        return
        [
            .. accepted.Select((a, i) => new Booked(a.Call, a.Receipt, purchases[i], balances[i])),
        ];
    }

    /// <summary>Settles the receipts that ask for tenders; a refused one is answered with it.</summary>
    private async Task<Dictionary<BatchCall<Input, Result>, TenderedReceipt>> SettleAsync(
        ReceiptDesk desk, IReadOnlyList<BatchCall<Input, Result>> turn, IReadOnlyDictionary<ReceiptForm, PriceGround> grounds,
        CancellationToken cancel)
    {
        var receipts = new Dictionary<BatchCall<Input, Result>, TenderedReceipt>();
        foreach (var call in turn.Where(c => c.Input.Tenders.Count > 0))
        {
            var priced = desk.Price(call.Input, call.Context, grounds.GetValueOrDefault(call.Input));
            if (priced.Refusal is { } no) call.Refuse(no);
            else receipts.Add(call, new TenderedReceipt(priced.Value, call.Input.ReceiptNo));
        }

        if (receipts.Count == 0) return receipts;
        await tenders.SettleAsync([.. receipts.Values], cancel);
        foreach (var (call, receipt) in receipts)
            if (receipt.Refusal is { } no) call.Refuse(no);
        return receipts;
    }

    /// <summary>Posts points and growth; answers the balance of points after each purchase.</summary>
    private async Task<long[]> PostAsync(
        JudgedReceipt[] receipts, Purchase[] purchases, CancellationToken cancel)
    {
        var postings = new List<Posting>(receipts.Length * 2);
        var receiptOf = new List<int>(receipts.Length * 2);
        for (var i = 0; i < receipts.Length; i++)
            foreach (var posting in receipts[i].Postings(purchases[i]))
            {
                postings.Add(posting);
                receiptOf.Add(i);
            }

        var outcomes = await ledger.PostAsync(postings, cancel);
        var balances = new long?[receipts.Length];
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Status == PostingStatus.Refused)
                throw new Refusal(outcomes[i].Code!, RefusalKind.Conflict);
            if (postings[i].Unit == MembershipUnits.Points && receipts[receiptOf[i]].EarnerNo is null)
                balances[receiptOf[i]] = outcomes[i].BalanceAfter;
        }

        return await BalancesAfter.OfAsync(receipts, balances, ledger, cancel);
    }

    private async Task WriteAsync(List<Booked> booked, CancellationToken cancel)
    {
        JudgedReceipt[] receipts = [.. booked.Select(b => b.Receipt)];
        await rows.InsertAsync([.. booked.Select(b => b.Purchase)], cancel);
        await rows.InsertAsync([.. receipts.SelectMany(r => r.Lines())], cancel);
        await rows.InsertAsync([.. receipts.SelectMany(r => r.TenderRows())], cancel);
        await rows.InsertAsync([.. receipts.SelectMany(r => r.TenderLineRows())], cancel);
        MemberAtTill[] touched = [.. receipts.Select(r => r.At).Distinct()];
        await rows.UpdateAsync([.. touched.Select(t => t.Member)], Member.Progress, cancel);
        TierChange[] changes = [.. touched.SelectMany(t => t.TierChanges)];
        await rows.InsertAsync(changes, cancel);
        foreach (var purchase in booked.Select(b => b.Purchase))
            events.Add(new PurchaseRecorded(
                purchase.BrandId, purchase.StoreId, purchase.MemberId, purchase.Id, purchase.BusinessDate,
                purchase.PaidFen, purchase.Points)
            {
                EarnerId = purchase.EarnerId,
            });
        foreach (var change in changes)
            events.Add(new TierChanged(change.BrandId, change.MemberId, change.From, change.To));
    }

    private static Result Answer(Booked one)
    {
        var (receipt, purchase) = (one.Receipt, one.Purchase);
        var tendered = receipt.Tenders.Count > 0;
        return new Result(
            purchase.Id,
            receipt.At.Member.MemberNo,
            new Money(purchase.PaidFen),
            purchase.Points,
            purchase.Growth,
            one.Balance,
            purchase.Points > 0 ? receipt.Evaluation.Lot.UsableFrom : null,
            purchase.Points > 0 ? receipt.Evaluation.Lot.ExpiresOn : null,
            purchase.Tier,
            receipt.After.Tier.Code,
            new Money(purchase.EarningFen),
            tendered ? receipt.PaidTenders(TenderTitles.None) : null,
            tendered ? receipt.PaidLines() : null,
            receipt.EarnerNo);
    }

    /// <param name="Balance">Points after it, pending ones included.</param>
    private sealed record Booked(BatchCall<Input, Result> Call, JudgedReceipt Receipt, Purchase Purchase, long Balance);

    internal sealed record Input : ReceiptForm, IInput<Result>, IKeyed
    {
        /// <summary>As printed by the till; unique in its store.</summary>
        public required string ReceiptNo { get; init; }

        string IKeyed.BusinessKey => ReceiptNo;
    }

    /// <param name="Paid">Yuan, tenders included.</param>
    /// <param name="PointsBalance">What the member has after the receipt, pending points included.</param>
    /// <param name="ExpiresOn">Last valid day of the points; left out where they never expire.</param>
    /// <param name="TierCode">That judged this receipt.</param>
    /// <param name="TierCodeAfter">From the next receipt on.</param>
    /// <param name="Money">Yuan of <paramref name="Paid"/> that money paid: what earned.</param>
    /// <param name="Tenders">What paid beside money, in the order in which it was laid on; left out where nothing did.</param>
    /// <param name="Lines">How the receipt is made up, line by line; left out where money alone paid it.</param>
    /// <param name="EarnerNo">The member whose account the points went to; left out where it is the buyer's own.</param>
    internal sealed record Result(
        Guid PurchaseId,
        string MemberNo,
        Money Paid,
        long Points,
        long Growth,
        long PointsBalance,
        DateOnly? UsableFrom,
        DateOnly? ExpiresOn,
        string TierCode,
        string TierCodeAfter,
        Money Money,
        IReadOnlyList<PaidTender>? Tenders,
        IReadOnlyList<PaidLine>? Lines,
        string? EarnerNo);

    internal sealed class Rules : ReceiptRules<Input>
    {
        public Rules() => RuleFor(r => r.ReceiptNo).NotEmpty().MaximumLength(64);
    }
}
