using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Keeps whoever tries numbers in vain from trying on, by the one count of all that a caller may guess at.</summary>
internal sealed class GuessGate(IEnumerable<IGuessLimit> limits)
{
    /// <summary>Who of these callers may try no more: one question for a whole batch.</summary>
    public async Task<ShutCallers> OpenAsync(IEnumerable<CallContext> calls, CancellationToken cancel)
    {
        CallContext[] all = [.. calls];
        var shut = new Dictionary<Caller, Refusal>();
        foreach (var limit in limits)
            foreach (var (call, fault) in all.Zip(await limit.FaultsAsync(all, cancel)))
                if (fault is not null) shut[call.Caller] = fault;
        return new ShutCallers(shut);
    }

    /// <summary>Counts a number that opened nothing, although the call itself is refused and undone.</summary>
    public async Task NoteAsync(CallContext call)
    {
        foreach (var limit in limits) await limit.NoteAsync(call);
    }
}

/// <summary>Who has tried too often, for the length of one batch.</summary>
internal sealed record ShutCallers(IReadOnlyDictionary<Caller, Refusal> Faults)
{
    public Refusal? Fault(CallContext call) => Faults.GetValueOrDefault(call.Caller);
}
