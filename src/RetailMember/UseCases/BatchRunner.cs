using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.UseCases;

/// <summary>
/// Gathers concurrent calls of a batch use case per brand. While one transaction is on its way the next calls
/// queue up and go together in the following one, so that load makes batches larger instead of slower.
/// </summary>
internal sealed class BatchRunner<TInput, TResult>(
    UseCaseInfo info, Guard guard, IServiceScopeFactory scopes, DatabaseOptions database, PersonalData personal)
    : Runner<TInput, TResult>(info, guard), IBatchRunner<TResult>
    where TInput : IInput<TResult>
{
    private readonly ConcurrentDictionary<int, Gatherer<Waiting<TInput, TResult>>> byBrand = new();

    /// <summary>One batch as it is, past the queue: the caller has gathered already.</summary>
    public async Task<IReadOnlyList<Outcome<TResult>>> RunAllAsync(
        IReadOnlyList<IInput<TResult>> inputs, CallContext call, CancellationToken cancel)
    {
        var outcomes = new Task<Outcome<TResult>>[inputs.Count];
        var batch = new List<Waiting<TInput, TResult>>(inputs.Count);
        for (var i = 0; i < inputs.Count; i++)
        {
            var (input, own) = ((TInput)inputs[i], call);
            if (Guard.Check(Info, ref input, ref own) is { } refusal)
            {
                outcomes[i] = Task.FromResult(Outcome<TResult>.Refuse(refusal));
                continue;
            }

            var waiting = new Waiting<TInput, TResult>(input, own, Log(input, own));
            outcomes[i] = waiting.Outcome;
            batch.Add(waiting);
        }

        if (batch.Count > 0) await RunAsync(call.Brand?.Id ?? 0, batch);
        return await Task.WhenAll(outcomes);
    }

    protected override Task<Outcome<TResult>> RunGuardedAsync(
        TInput input, CallContext call, CancellationToken cancel)
    {
        var waiting = new Waiting<TInput, TResult>(input, call, Log(input, call));
        var brandId = call.Brand?.Id ?? 0;
        byBrand.GetOrAdd(brandId, MakeGatherer).Add(waiting);
        return waiting.Outcome;
    }

    private LoggedCommand<TResult> Log(TInput input, CallContext call) => new(Info, input!, call, personal);

    private Gatherer<Waiting<TInput, TResult>> MakeGatherer(int brandId) => new(
        // SQLite has one writer; a second one on a server fills the time in which the first waits for its commit.
        writers: database.Kind == DatabaseKind.Sqlite ? 1 : 2,
        largestBatch: 256,
        batch => RunAsync(brandId, batch));

    private async Task RunAsync(int brandId, List<Waiting<TInput, TResult>> batch)
    {
        try
        {
            await OnceAsync(brandId, batch);
        }
        catch (CommitInDoubt fault)
        {
            foreach (var waiting in batch)
            {
                if (waiting.Command.Keyed) await AloneAsync(brandId, waiting);
                else waiting.Fail(fault);
            }
        }
        catch (Exception fault) when (batch.Count > 1 || fault is Refusal || TransientFaults.MayBeRetried(fault, keyed: true))
        {
            // One call spoilt the batch, or another transaction was in the way: each on its own now.
            foreach (var waiting in batch) await AloneAsync(brandId, waiting);
        }
        catch (Exception fault)
        {
            batch[0].Fail(fault);
        }
    }

    private async Task AloneAsync(int brandId, Waiting<TInput, TResult> waiting)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await OnceAsync(brandId, [waiting]);
                return;
            }
            catch (Refusal refusal)
            {
                waiting.Decide(Outcome<TResult>.Refuse(refusal));
                return;
            }
            catch (Exception fault) when (attempt < 4 && TransientFaults.MayBeRetried(fault, waiting.Command.Keyed))
            {
                // The other transaction is over by the next attempt, or the next finds its outcome.
            }
            catch (Exception fault)
            {
                waiting.Fail(fault);
                return;
            }
        }
    }

    private async Task OnceAsync(int brandId, List<Waiting<TInput, TResult>> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var work = await UnitOfWork.BeginAsync(
            scope.ServiceProvider, Info, brandId == 0 ? null : brandId, CancellationToken.None);
        var plan = new BatchPlan<TInput, TResult>(
            batch, await work.FindAsync([.. batch.Where(w => w.Command.Keyed).Select(w => w.Command.Key)], default));
        if (plan.Calls.Count > 0)
        {
            await Make<BatchUseCase<TInput, TResult>>(scope.ServiceProvider).EnterAsync(plan.Calls, default);
            if (plan.RefusedKeys is { Count: > 0 } refused) plan.Know(await work.FindAsync(refused, default));
            await work.CommitAsync(plan.Records(), default);
        }

        plan.Tell();
    }
}

/// <summary>A call that waits for its batch.</summary>
internal sealed class Waiting<TInput, TResult>(TInput input, CallContext call, LoggedCommand<TResult> command)
{
    private readonly TaskCompletionSource<Outcome<TResult>> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TInput Input { get; } = input;

    public CallContext Call { get; } = call;

    public LoggedCommand<TResult> Command { get; } = command;

    public Task<Outcome<TResult>> Outcome => done.Task;

    public void Decide(Outcome<TResult> outcome) => done.TrySetResult(outcome);

    public void Fail(Exception fault) => done.TrySetException(fault);
}
