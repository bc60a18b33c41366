using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of whatever keeps members' choices: who does not want conclusions drawn from what he buys. Such a member gets no
/// automatic tag and loses those that he has; when he changes his mind, <see cref="IMemberTags.RefreshAsync"/> is asked.
/// </summary>
[Seam]
public interface IProfilingObjections
{
    /// <summary>Those of these members of the session's current brand who object.</summary>
    Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);
}
