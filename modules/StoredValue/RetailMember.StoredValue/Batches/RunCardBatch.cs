using FluentValidation;
using RetailMember.Data;
using RetailMember.Jobs;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Batches;

/// <summary>
/// Makes the cards of a batch to its end. Killed at any moment it is taken up again where its last committed step left
/// it: there are never more cards than its quota.
/// </summary>
[Needs(StoredValuePermissions.EditBatches)]
internal sealed class RunCardBatch(UseCaseEntry entry, IRunProgress progress) : Process<RunCardBatch.Input, CardBatchView>
{
    private const int AtOnce = 500;

    protected override async Task<CardBatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        while (true)
        {
            var batch = await entry.RunAsync(new MakeSomeCards.Input(input.BatchCode, AtOnce), call, cancel);
            progress.Report(batch.CardsMade, batch.Quota);
            if (batch.State != CardBatchState.Making) return batch;
        }
    }

    internal sealed record Input(string BatchCode) : IInput<CardBatchView>;
}

/// <summary>Makes the next cards of a batch: one transaction's share of <see cref="RunCardBatch"/>.</summary>
[Needs(StoredValuePermissions.EditBatches)]
internal sealed class MakeSomeCards(BatchShelf shelf, IRows rows, CardIssuing issuing)
    : UseCase<MakeSomeCards.Input, CardBatchView>
{
    protected override async Task<CardBatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = await shelf.LockAsync(input.BatchCode, cancel);
        if (batch.State == CardBatchState.Making)
        {
            var count = Math.Min(input.Limit, batch.Quota - batch.Made);
            await rows.InsertAsync(
                [.. Enumerable.Range(0, count).Select(_ => issuing.Make(batch.TypeId, batch.Id, call.At))], cancel);
            batch.Made += count;
            if (batch.Made == batch.Quota) batch.State = CardBatchState.Ready;
            await shelf.SaveAsync(batch, cancel);
        }

        return await shelf.ViewAsync(batch, cancel);
    }

    internal sealed record Input(string BatchCode, int Limit) : IInput<CardBatchView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 10_000);
    }
}
