using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Packages;

/// <summary>
/// Takes what the provider took of a batch, and no package has paid for yet, out of the packages. However often it runs,
/// each part is taken once; what no package covers is taken from the next one that is bought.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class SettleBatch(MarketingDb db, PackageBook packages) : UseCase<SettleBatch.Input, SettleBatch.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await packages.HoldAsync(cancel);
        var billed = await db.Messages
            .Where(m => m.BatchId == input.Batch && (m.State == MessageState.Accepted || m.State == MessageState.Delivered
                || m.State == MessageState.Unknown || (m.State == MessageState.Failed && m.Reference != null)))
            .SumAsync(m => (long)m.Parts, cancel);
        var paid = await db.PackageUses.Where(u => u.BatchId == input.Batch).SumAsync(u => u.Parts, cancel);
        return new Result(billed > paid ? await packages.TakeAsync(input.Batch, billed - paid, cancel) : 0);
    }

    internal sealed record Input(Guid Batch) : IInput<Result>;

    /// <param name="Uncovered">Parts that no package covers yet.</param>
    internal sealed record Result(long Uncovered);
}
