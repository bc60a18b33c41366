using RetailMember.UseCases;

namespace RetailMember.Jobs;

/// <summary>
/// Runs a use case later, on any host: for imports and whatever else takes longer than a request may. It survives
/// restarts; one whose host died is begun again, so it must be a <see cref="Process{TInput,TResult}"/> that can be
/// taken up again, or a keyed command.
/// </summary>
public interface IBackgroundWork
{
    /// <summary>
    /// Puts it into the queue, with the transaction where one runs. Refuses at once what the entry would refuse for
    /// this caller; it later runs with the rights that the caller has then.
    /// </summary>
    /// <returns>The run's id, by which its progress is asked for.</returns>
    Task<Guid> EnqueueAsync<TResult>(IInput<TResult> input, CallContext call, CancellationToken cancel = default);
}

/// <summary>How far a long use case has come, for whoever watches it. Does nothing outside of background work.</summary>
public interface IRunProgress
{
    /// <param name="done">In whatever is counted: rows, members.</param>
    /// <param name="total">0 while unknown.</param>
    void Report(long done, long total);
}
