using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Keeps whoever tries numbers in vain from trying on, by the one count of all that a caller may guess at.</summary>
internal sealed class GuessGate(IEnumerable<IGuessLimit> limits)
{
    /// <summary>Who of these callers may try no more.</summary>
    public async Task<ShutCallers> OpenAsync(IEnumerable<CallContext> calls, CancellationToken cancel)
    {
        var shut = new Dictionary<Caller, Refusal>();
        foreach (var call in calls.DistinctBy(c => c.Caller))
        {
            try
            {
                foreach (var limit in limits) await limit.CheckAsync(call, cancel);
            }
            catch (Refusal no)
            {
                shut[call.Caller] = no;
            }
        }

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
