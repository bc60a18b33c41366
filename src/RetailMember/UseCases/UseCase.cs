namespace RetailMember.UseCases;

/// <summary>The input of a use case, naming what the use case answers.</summary>
public interface IInput<TResult>;

/// <summary>
/// An input whose command moves value or must not be done twice. The same key with the same content returns the
/// first answer; with other content it is refused (<c>key.reused</c>). Unique per brand, use case and, for what happens at
/// a store, store; kept for ever.
/// </summary>
public interface IKeyed
{
    string BusinessKey { get; }
}

/// <summary>
/// A result that says in the audit trail whom or what the command was about, where the input may not stand there: a
/// member number, never a mobile; or the rights apart that it gave. Null adds nothing.
/// </summary>
public interface IAbout
{
    string? About { get; }
}

/// <summary>An input that happens at a store of the brand. A till may leave it out: its own store is meant.</summary>
public interface IAtStore
{
    string? StoreCode { get; }
}

/// <summary>An input that names one member, of a use case that members may do for themselves too.</summary>
public interface IOfMember<TInput>
{
    /// <summary>How a member names himself, where an address or a body has to name somebody.</summary>
    const string Me = "me";

    /// <summary>Member number, card or mobile.</summary>
    string Member { get; }

    /// <summary>The same input for this member, and without whatever only staff may ask for.</summary>
    TInput For(string memberNo);
}

/// <summary>What all use cases share. Only the entry runs them, so no caller can dodge a permission.</summary>
public abstract class UseCaseBase
{
    private protected UseCaseBase()
    {
    }
}

/// <summary>
/// One thing that the shop floor does, in one transaction: the entry has checked brand switch, permission and
/// validation, and afterwards saves the contexts, writes audit and outbox, and commits.
/// </summary>
public abstract class UseCase<TInput, TResult> : UseCaseBase
    where TInput : IInput<TResult>
{
    /// <summary>
    /// Runs before the transaction, for the rare command that writes something down which holds even when the command is
    /// refused. It begins and commits on the scope's session by itself.
    /// </summary>
    protected virtual Task BeforeAsync(TInput input, CallContext call, CancellationToken cancel) => Task.CompletedTask;

    protected abstract Task<TResult> RunAsync(TInput input, CallContext call, CancellationToken cancel);

    internal Task PrepareAsync(TInput input, CallContext call, CancellationToken cancel) =>
        BeforeAsync(input, call, cancel);

    internal Task<TResult> EnterAsync(TInput input, CallContext call, CancellationToken cancel) =>
        RunAsync(input, call, cancel);
}

/// <summary>A question: no transaction, nothing is written, no audit row.</summary>
public abstract class Query<TInput, TResult> : UseCaseBase
    where TInput : IInput<TResult>
{
    protected abstract Task<TResult> RunAsync(TInput input, CallContext call, CancellationToken cancel);

    internal Task<TResult> EnterAsync(TInput input, CallContext call, CancellationToken cancel) =>
        RunAsync(input, call, cancel);
}

/// <summary>
/// A command that many callers give at once. Concurrent calls are gathered and run in one transaction, in the order
/// of their arrival; each keeps its own outcome, and a refused one leaves no trace in the others.
/// </summary>
public abstract class BatchUseCase<TInput, TResult> : UseCaseBase
    where TInput : IInput<TResult>
{
    protected abstract Task RunAsync(IReadOnlyList<BatchCall<TInput, TResult>> calls, CancellationToken cancel);

    internal Task EnterAsync(IReadOnlyList<BatchCall<TInput, TResult>> calls, CancellationToken cancel) =>
        RunAsync(calls, cancel);
}

/// <summary>
/// A long piece of work in many transactions: it has none of its own, begins and commits its steps on the scope's
/// session, or asks other use cases through the entry. It may be killed between any two steps and taken up again, so
/// each step leaves behind how far it came.
/// </summary>
public abstract class Process<TInput, TResult> : UseCaseBase
    where TInput : IInput<TResult>
{
    protected abstract Task<TResult> RunAsync(TInput input, CallContext call, CancellationToken cancel);

    internal Task<TResult> EnterAsync(TInput input, CallContext call, CancellationToken cancel) =>
        RunAsync(input, call, cancel);
}

/// <summary>One call within a batch: decide it with <see cref="Answer"/> or <see cref="Refuse"/>, exactly once.</summary>
public sealed class BatchCall<TInput, TResult>(TInput input, CallContext context)
    where TInput : IInput<TResult>
{
    public TInput Input { get; } = input;

    public CallContext Context { get; } = context;

    public Outcome<TResult>? Outcome { get; private set; }

    /// <summary>True while neither answered nor refused.</summary>
    public bool Open => Outcome is null;

    public void Answer(TResult result) => Decide(Outcome<TResult>.Answer(result));

    public void Refuse(Refusal refusal) => Decide(Outcome<TResult>.Refuse(refusal));

    private void Decide(Outcome<TResult> outcome)
    {
        if (Outcome is not null) throw new InvalidOperationException("This call has its outcome already.");
        Outcome = outcome;
    }
}
