using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.UseCases;

/// <summary>
/// The one door to every use case. Pages, API, jobs, imports and the command line all come through here, so that
/// brand switch, permission, validation, idempotency, transaction, audit and outbox hold for each of them.
/// </summary>
public sealed class UseCaseEntry(UseCaseCatalogue catalogue, IServiceProvider services, TimeProvider time)
{
    /// <summary>Runs the use case and returns its answer or its refusal.</summary>
    public Task<Outcome<TResult>> TryAsync<TResult>(
        IInput<TResult> input, CallContext call, CancellationToken cancel = default)
    {
        var runner = (IRunner<TResult>)catalogue.RunnerOf(input.GetType(), services);
        return runner.RunAsync(input, call with { At = time.GetUtcNow().UtcDateTime }, cancel);
    }

    /// <summary>Runs the use case and returns its answer; throws the <see cref="Refusal"/> where there is one.</summary>
    public async Task<TResult> RunAsync<TResult>(
        IInput<TResult> input, CallContext call, CancellationToken cancel = default) =>
        (await TryAsync(input, call, cancel)).Value;

    /// <summary>
    /// Runs calls of a batch use case in one transaction and in the order given, for callers who have many at hand:
    /// imports. Each keeps its own outcome, in the same place.
    /// </summary>
    public Task<IReadOnlyList<Outcome<TResult>>> TryAllAsync<TResult>(
        IReadOnlyList<IInput<TResult>> inputs, CallContext call, CancellationToken cancel = default)
    {
        if (inputs.Count == 0) return Task.FromResult<IReadOnlyList<Outcome<TResult>>>([]);
        var runner = (IBatchRunner<TResult>)catalogue.RunnerOf(inputs[0].GetType(), services);
        return runner.RunAllAsync(inputs, call with { At = time.GetUtcNow().UtcDateTime }, cancel);
    }

    /// <summary>What would be refused before anything is done: brand switch, permission, malformed input.</summary>
    public Refusal? Check(object input, CallContext call) =>
        catalogue.RunnerOf(input.GetType(), services).Check(input, call);

    /// <summary>For callers that know the input only at run time: jobs. Throws the refusal.</summary>
    public Task<object?> RunUntypedAsync(object input, CallContext call, CancellationToken cancel = default) =>
        catalogue.RunnerOf(input.GetType(), services)
            .RunUntypedAsync(input, call with { At = time.GetUtcNow().UtcDateTime }, cancel);
}

internal interface IRunner
{
    Refusal? Check(object input, CallContext call);

    Task<object?> RunUntypedAsync(object input, CallContext call, CancellationToken cancel);
}

internal interface IRunner<TResult> : IRunner
{
    Task<Outcome<TResult>> RunAsync(object input, CallContext call, CancellationToken cancel);
}

internal interface IBatchRunner<TResult>
{
    Task<IReadOnlyList<Outcome<TResult>>> RunAllAsync(
        IReadOnlyList<IInput<TResult>> inputs, CallContext call, CancellationToken cancel);
}

/// <summary>What all kinds of runner share: the guard first, then the kind's own way of running.</summary>
internal abstract class Runner<TInput, TResult>(UseCaseInfo info, Guard guard) : IRunner<TResult>
    where TInput : IInput<TResult>
{
    protected UseCaseInfo Info { get; } = info;

    protected Guard Guard { get; } = guard;

    public Refusal? Check(object input, CallContext call)
    {
        var typed = (TInput)input;
        return Guard.Check(Info, ref typed, ref call);
    }

    public async Task<Outcome<TResult>> RunAsync(object input, CallContext call, CancellationToken cancel)
    {
        var typed = (TInput)input;
        if (Guard.Check(Info, ref typed, ref call) is { } refusal) return Outcome<TResult>.Refuse(refusal);
        return await RunGuardedAsync(typed, call, cancel);
    }

    public async Task<object?> RunUntypedAsync(object input, CallContext call, CancellationToken cancel) =>
        (await RunAsync(input, call, cancel)).Value;

    protected abstract Task<Outcome<TResult>> RunGuardedAsync(TInput input, CallContext call, CancellationToken cancel);

    protected TUseCase Make<TUseCase>(IServiceProvider services)
        where TUseCase : UseCaseBase =>
        (TUseCase)services.GetRequiredService(Info.Type);
}
