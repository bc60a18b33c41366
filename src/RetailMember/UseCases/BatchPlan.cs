namespace RetailMember.UseCases;

/// <summary>Sorts a batch into calls to run, replays of earlier commands, and twins within the batch itself.</summary>
internal sealed class BatchPlan<TInput, TResult>
    where TInput : IInput<TResult>
{
    private readonly List<(Waiting<TInput, TResult> Waiting, BatchCall<TInput, TResult> Call)> own = [];
    private readonly List<(Waiting<TInput, TResult> Waiting, int Of)> twins = [];
    private readonly List<(Waiting<TInput, TResult> Waiting, Outcome<TResult> Outcome)> replays = [];

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

    public IReadOnlyCollection<CommandRecord> Records() =>
        [.. own.Where(f => Decided(f.Call).Accepted).Select(f => f.Waiting.Command.RecordOf(f.Call.Outcome!.Value))];

    /// <summary>Gives every caller its outcome, after the commit.</summary>
    public void Tell()
    {
        foreach (var (waiting, call) in own) waiting.Decide(Decided(call));
        foreach (var (waiting, outcome) in replays) waiting.Decide(outcome);
        foreach (var (waiting, of) in twins) waiting.Decide(TwinOf(own[of], waiting));
    }

    private static Outcome<TResult> TwinOf(
        (Waiting<TInput, TResult> Waiting, BatchCall<TInput, TResult> Call) first, Waiting<TInput, TResult> twin)
    {
        if (!first.Waiting.Command.Hash.AsSpan().SequenceEqual(twin.Command.Hash)) return twin.Command.Reused();
        var outcome = first.Call.Outcome!;
        return outcome.Accepted ? Outcome<TResult>.Answer(outcome.Value, replayed: true) : outcome;
    }

    private static Outcome<TResult> Decided(BatchCall<TInput, TResult> call) =>
        call.Outcome ?? throw new InvalidOperationException("A batch use case left a call without outcome.");
}
