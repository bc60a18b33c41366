using Microsoft.EntityFrameworkCore;
using RetailMember.Jobs;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>Puts a batch whose work broke off into the queue again, to go on where it was.</summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class ResumeVoucherBatch(RedemptionDb db, IBackgroundWork background)
    : UseCase<ResumeVoucherBatch.Input, ResumeVoucherBatch.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = await db.VoucherBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == input.Batch, cancel)
            ?? throw new Refusal("redemption.batch-not-found", RefusalKind.NotFound, ("batch", input.Batch));
        if (batch.State != VoucherBatchState.Running)
            throw new Refusal("redemption.batch-is-over", RefusalKind.Conflict, ("batch", input.Batch));

        // Two workers on one batch do no harm: each step holds its row.
        return new Result(batch.Id, await background.EnqueueAsync(new RunVoucherBatch.Input(batch.Id), call, cancel));
    }

    internal sealed record Input(long Batch) : IInput<Result>;

    /// <param name="Run">By which the background work is found.</param>
    internal sealed record Result(long Batch, Guid Run);
}
