using RetailMember.Modules;

namespace RetailMember.Marketing;

/// <summary>
/// A seam of the hand-over: what letters say may change while they wait, without an event that would recall them. The module
/// that wrote them says, at the moment of handing over, what each says now. It reads and does not write, on a connection of
/// its own and for a few seconds at most; while it fails, its letters wait.
/// </summary>
[Seam]
public interface ILetterFacts
{
    /// <summary>The purpose of the letters that it knows, such as <c>apparel.rung-waits</c>.</summary>
    string Purpose { get; }

    /// <summary>
    /// The values of an occasion's letters as they are now, by member; who is absent gets none any more
    /// (<see cref="MessageReason.NoLongerTrue"/>).
    /// </summary>
    /// <param name="key">As in <see cref="LetterOccasion.Key"/>.</param>
    /// <param name="members">Keys of the members who stand, whoever was merged into them.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> NowAsync(
        string key, IReadOnlyCollection<Guid> members, CancellationToken cancel);
}
