using RetailMember.Data;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>
/// Hands receipts to the entry in batches. On a server database two lanes go side by side, each with its own members, so
/// that every member's receipts are judged in the order of their business time.
/// </summary>
internal sealed class PurchaseLanes(UseCaseEntry entry, DatabaseOptions database)
{
    private const int LargestBatch = 256;

    public async Task<Outcome<RecordPurchase.Result>[]> RecordAsync(
        RecordPurchase.Input[] receipts, ImportRun run, CancellationToken cancel)
    {
        var outcomes = new Outcome<RecordPurchase.Result>[receipts.Length];
        var lanes = database.Kind == DatabaseKind.Sqlite ? 1u : 2u;
        await Task.WhenAll(Enumerable.Range(0, receipts.Length)
            .GroupBy(i => (uint)receipts[i].Member.GetHashCode(StringComparison.OrdinalIgnoreCase) % lanes)
            .Select(lane => RecordAsync([.. lane])));
        return outcomes;

        async Task RecordAsync(int[] lane)
        {
            foreach (var batch in lane.Chunk(LargestBatch))
            {
                cancel.ThrowIfCancellationRequested();
                var answers = await entry.TryAllAsync(
                    (IReadOnlyList<IInput<RecordPurchase.Result>>)[.. batch.Select(i => receipts[i])], run.Call, cancel);
                for (var i = 0; i < batch.Length; i++) outcomes[batch[i]] = answers[i];
            }
        }
    }
}
