using Microsoft.EntityFrameworkCore;
using RetailMember.Jobs;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>
/// Gives back what is held although nobody captured it in time, one hold in each transaction. None can be captured after
/// its time, given back or not.
/// </summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class ExpireHolds(StoredValueDb db, UseCaseEntry entry, IRunProgress progress)
    : Process<ExpireHolds.Input, ExpireHolds.Result>
{
    private const int AtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        for (long holds = 0; ;)
        {
            var due = await db.CardHolds.AsNoTracking()
                .Where(h => h.State == HoldState.Open && h.ExpiresAt <= call.At)
                .OrderBy(h => h.ExpiresAt).Select(h => h.Id).Take(AtOnce).ToListAsync(cancel);
            if (due.Count == 0) return new Result(holds);
            foreach (var hold in due) await entry.RunAsync(new ExpireHold.Input(hold), call, cancel);
            progress.Report(holds += due.Count, total: 0);
        }
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(long Holds);
}

/// <summary>Gives back one hold that is over: one transaction's share of <see cref="ExpireHolds"/>.</summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class ExpireHold(HoldShelf shelf) : UseCase<ExpireHold.Input, ExpireHold.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var open = await shelf.OpenAsync(input.Hold, cancel);
        var isDue = open.Hold.State == HoldState.Open && open.Hold.ExpiresAt <= call.At;
        if (isDue)
        {
            open.Release(HoldState.Expired, CardOccasion.Of(call));
            await shelf.SaveAsync(open, cancel);
        }

        return new Result(isDue);
    }

    internal sealed record Input(Guid Hold) : IInput<Result>;

    /// <param name="Released">False where it was captured or released before.</param>
    internal sealed record Result(bool Released);
}
