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
    ReceiptJudge judge, ILedger ledger, IRows rows, IEvents events)
    : BatchUseCase<RecordPurchase.Input, RecordPurchase.Result>
{
    protected override async Task RunAsync(
        IReadOnlyList<BatchCall<Input, Result>> calls, CancellationToken cancel)
    {
        var batch = await judge.OpenAsync([.. calls.Select(c => c.Input.Member)], calls[0].Context, cancel);
        var judged = new List<(BatchCall<Input, Result> Call, JudgedReceipt Receipt)>(calls.Count);
        foreach (var call in calls)
        {
            if (batch.Judge(call.Input, call.Context) is { Refusal: { } no }) call.Refuse(no);
            else judged.Add((call, batch.Last));
        }

        if (judged.Count == 0) return;
        await batch.AskAdditionsAsync(cancel);
        var balances = await PostAsync([.. judged.Select(j => j.Receipt.Record(j.Call.Input.ReceiptNo, j.Call.Context))], cancel);
        await WriteAsync(batch, [.. judged.Select(j => j.Receipt)], cancel);
        for (var i = 0; i < judged.Count; i++)
        {
            var (call, receipt) = judged[i];
            events.Add(receipt.Recorded());
            call.Answer(receipt.Answer(balances[i]));
        }
    }

    /// <summary>Posts points and growth; answers each receipt's balance of points afterwards.</summary>
    private async Task<long[]> PostAsync(Purchase[] purchases, CancellationToken cancel)
    {
        throw new NotImplementedException();
    }

    private async Task WriteAsync(JudgedBatch batch, JudgedReceipt[] receipts, CancellationToken cancel)
    {
        throw new NotImplementedException();
    }
}
