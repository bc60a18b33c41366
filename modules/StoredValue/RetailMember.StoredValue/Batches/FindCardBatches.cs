using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Batches;

/// <summary>
/// Batches of gift cards, newest first, with how far they are, and the sales channels through which another can be handed out.
/// </summary>
[Needs(StoredValuePermissions.ViewBatches)]
internal sealed class FindCardBatches(StoredValueDb db, BatchShelf shelf, SalesChannels channels)
    : Query<FindCardBatches.Input, FindCardBatches.Result>
{
    private const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rows = await db.CardBatches.AsNoTracking()
            .OrderByDescending(b => b.StartedAt).ThenByDescending(b => b.Id).Take(Most).ToListAsync(cancel);
        return new Result(await shelf.ViewsAsync(rows, cancel), await channels.OpenAsync(cancel));
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<CardBatchView> CardBatches, IReadOnlyList<SalesChannelView> SalesChannels);
}

/// <summary>One batch of gift cards.</summary>
[Needs(StoredValuePermissions.ViewBatches)]
internal sealed class ReadCardBatch(StoredValueDb db, BatchShelf shelf) : Query<ReadCardBatch.Input, CardBatchView>
{
    protected override async Task<CardBatchView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        await shelf.ViewAsync(
            await db.CardBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Code == input.BatchCode, cancel)
                ?? throw BatchShelf.NotFound(input.BatchCode),
            cancel);

    internal sealed record Input(string BatchCode) : IInput<CardBatchView>;
}

/// <summary>Stops a batch: no further card is made or handed out. Cards that were handed out stay good.</summary>
[Needs(StoredValuePermissions.EditBatches)]
internal sealed class StopCardBatch(BatchShelf shelf) : UseCase<StopCardBatch.Input, CardBatchView>
{
    protected override async Task<CardBatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = await shelf.LockAsync(input.BatchCode, cancel);
        batch.State = CardBatchState.Stopped;
        await shelf.SaveAsync(batch, cancel);
        return await shelf.ViewAsync(batch, cancel);
    }

    internal sealed record Input(string BatchCode) : IInput<CardBatchView>;
}
