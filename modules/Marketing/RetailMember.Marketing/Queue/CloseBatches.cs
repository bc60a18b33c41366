using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Receipts;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Queue;

/// <summary>
/// Closes batches that have stood as long as a provider has to tell of messages, and of which nothing waits any more, so that
/// the hand-over does not look at every batch there ever was. A campaign closes its own.
/// </summary>
[Needs(MarketingRights.HandOver)]
internal sealed class CloseBatches(MarketingDb db) : UseCase<CloseBatches.Input, CloseBatches.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var before = call.At - AskReceipts.Patience;
        return new Result(await db.Batches
            .Where(b => b.State == BatchState.Open && b.CreatedAt < before && !db.Campaigns.Any(c => c.Id == b.Id)
                && !db.Messages.Where(Message.IsOpen).Any(m => m.BatchId == b.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BatchState.Closed), cancel));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Closed">Batches.</param>
    internal sealed record Result(int Closed);
}
