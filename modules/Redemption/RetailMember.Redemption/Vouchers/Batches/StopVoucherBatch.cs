using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>Stops a batch after its present step. What was issued stays with its holders.</summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class StopVoucherBatch(IRows rows, DataSession session, DefinitionShelf shelf)
    : UseCase<StopVoucherBatch.Input, BatchView>
{
    protected override async Task<BatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = (await rows.LockAsync<VoucherBatch, long>(b => b.Id, [input.Batch], cancel))
            .SingleOrDefault(b => b.BrandId == session.Brand)
            ?? throw new Refusal("redemption.batch-not-found", RefusalKind.NotFound, ("batch", input.Batch));
        if (batch.State != VoucherBatchState.Running)
            throw new Refusal("redemption.batch-is-over", RefusalKind.Conflict, ("batch", input.Batch));
        (batch.State, batch.EndedAt) = (VoucherBatchState.Stopped, call.At);
        await rows.UpdateAsync([batch], VoucherBatch.Moving, cancel);
        return BatchView.Of(batch, (await shelf.OfIdsAsync([batch.DefinitionId], cancel)).Single().Code);
    }

    internal sealed record Input(long Batch) : IInput<BatchView>;
}
