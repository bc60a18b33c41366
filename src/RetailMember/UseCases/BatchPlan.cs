namespace RetailMember.UseCases;

/// <summary>Sorts a batch into calls to run, replays of earlier commands, and twins within the batch itself.</summary>
internal sealed class BatchPlan<TInput, TResult>
    where TInput : IInput<TResult>
{
    private readonly List<(Waiting<TInput, TResult> Waiting, BatchCall<TInput, TResult> Call)> own = [];
    private readonly List<(Waiting<TInput, TResult> Waiting, int Of)> twins = [];
    private readonly List<(Waiting<TInput, TResult> Waiting, Outcome<TResult> Outcome)> replays = [];
    private IReadOnlyDictionary<string, CommandRecord> meanwhile = new Dictionary<string, CommandRecord>();

    public BatchPlan(
        IEnumerable<Waiting<TInput, TResult>> batch, IReadOnlyDictionary<string, CommandRecord> known)
    {
        var seen = new Dictionary<string, int>();
        foreach (var waiting in batch)
        {
            if (known.TryGetValue(waiting.Command.Key, out var first))
                replays.Add((waiting, waiting.Command.Replay(first)));
            else if (seen.TryGetValue(waiting.Command.Key, out var index))
                twins.Add((waiting, index));
            else
            {
                seen.Add(waiting.Command.Key, own.Count);
                own.Add((waiting, new BatchCall<TInput, TResult>(waiting.Input, waiting.Call)));
            }
        }

        Calls = [.. own.Select(f => f.Call)];
    }

    public IReadOnlyList<BatchCall<TInput, TResult>> Calls { get; }

    /// <summary>Keys of calls that were refused in this batch.</summary>
    public IReadOnlyCollection<string> RefusedKeys =>
        [.. own.Where(f => f.Waiting.Command.Keyed && !Decided(f.Call).Accepted).Select(f => f.Waiting.Command.Key)];

    /// <summary>
    /// A twin in another batch that was a moment faster may have used up what a refused call asked for: then the twin's
    /// answer is the call's too.
    /// </summary>
    public void Know(IReadOnlyDictionary<string, CommandRecord> answered) => meanwhile = answered;

    public IReadOnlyCollection<CommandRecord> Records() =>
        [.. own.Where(f => Decided(f.Call).Accepted).Select(f => f.Waiting.Command.RecordOf(f.Call.Outcome!.Value))];

    /// <summary>Gives every caller its outcome, after the commit.</summary>
    public void Tell()
    {
        foreach (var first in own) first.Waiting.Decide(OutcomeOf(first));
        foreach (var (waiting, outcome) in replays) waiting.Decide(outcome);
        foreach (var (waiting, of) in twins) waiting.Decide(TwinOf(own[of], waiting));
    }

    private Outcome<TResult> OutcomeOf((Waiting<TInput, TResult> Waiting, BatchCall<TInput, TResult> Call) first) =>
        meanwhile.TryGetValue(first.Waiting.Command.Key, out var record)
            ? first.Waiting.Command.Replay(record)
            : Decided(first.Call);

    private Outcome<TResult> TwinOf(
        (Waiting<TInput, TResult> Waiting, BatchCall<TInput, TResult> Call) first, Waiting<TInput, TResult> twin)
    {
        if (!first.Waiting.Command.Hash.AsSpan().SequenceEqual(twin.Command.Hash)) return twin.Command.Reused();
        var outcome = OutcomeOf(first);
        return outcome.Accepted ? Outcome<TResult>.Answer(outcome.Value, replayed: true) : outcome;
    }

    private static Outcome<TResult> Decided(BatchCall<TInput, TResult> call) =>
        call.Outcome ?? throw new InvalidOperationException("A batch use case left a call without outcome.");
}
