using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>
/// A seam of whatever counts tries that find nothing, such as codes that open nothing: one count for all that a caller may
/// guess at, so that nobody learns by trying who is a member.
/// </summary>
[Seam]
public interface IGuessLimit
{
    /// <summary>Why these callers may not try again, one answer for each; null: they may. One question, however many they are.</summary>
    Task<IReadOnlyList<Refusal?>> FaultsAsync(IReadOnlyList<CallContext> calls, CancellationToken cancel);

    /// <summary>Counts tries that found nothing, although the call itself is refused and undone.</summary>
    Task NoteAsync(CallContext call, int unknown = 1);
}

/// <summary>Asking a <see cref="IGuessLimit"/> for one caller.</summary>
public static class GuessLimits
{
    /// <summary>What a caller is told who has tried too often in vain, whatever he guesses at.</summary>
    /// <param name="seconds">Until he may try again.</param>
    public static Refusal TooMany(long seconds) =>
        new("membership.too-many-look-ups", RefusalKind.TooMany, ("seconds", seconds));

    /// <summary>Refuses a caller who has tried too often in vain.</summary>
    public static async Task CheckAsync(this IGuessLimit limit, CallContext call, CancellationToken cancel)
    {
        if ((await limit.FaultsAsync([call], cancel))[0] is { } tooMany) throw tooMany;
    }
}
