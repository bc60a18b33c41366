using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>
/// Issues a batch to its end. Killed at any moment it is taken up again where its last committed step left it: nobody is
/// left out, and nobody gets two.
/// </summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class RunVoucherBatch(UseCaseEntry entry, IRunProgress progress)
    : Process<RunVoucherBatch.Input, BatchView>
{
    /// <summary>So few that a till which writes meanwhile hardly waits, and people see it move.</summary>
    private const int MembersAtOnce = 100;

    protected override async Task<BatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var batch = await entry.RunAsync(new IssueSomeOfBatch.Input(input.Batch, MembersAtOnce), call, cancel);
            progress.Report(batch.Done, batch.Total);
            if (batch.State != Data.VoucherBatchState.Running) return batch;
        }
    }

    internal sealed record Input(long Batch) : IInput<BatchView>;
}
