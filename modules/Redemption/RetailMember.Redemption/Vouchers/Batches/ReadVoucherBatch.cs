using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>One batch and how far it came.</summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class ReadVoucherBatch(RedemptionDb db) : Query<ReadVoucherBatch.Input, BatchView>
{
    protected override async Task<BatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = await db.VoucherBatches.AsNoTracking().Where(b => b.Id == input.Batch)
            .Join(db.VoucherDefinitions, b => b.DefinitionId, d => d.Id, (batch, definition) => new { batch, definition.Code })
            .SingleOrDefaultAsync(cancel)
            ?? throw new Refusal("redemption.batch-not-found", RefusalKind.NotFound, ("batch", input.Batch));
        return BatchView.Of(found.batch, found.Code);
    }

    internal sealed record Input(long Batch) : IInput<BatchView>;
}
