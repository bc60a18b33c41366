using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of whatever keeps members' choices: who agreed to commercial messages. Without one that says so, nobody did.
/// </summary>
[Seam]
public interface IMarketingConsents
{
    /// <summary>
    /// Those of these members of the session's current brand whose consent stands, with the UTC instant at which they gave it.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, DateTime>> StandingAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>
    /// Those of the session's current brand who said between two instants, the first included, that they do not agree or no more,
    /// with the UTC instant at which they said so last; by the number under which they did, whoever it was merged into since.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, DateTime>> WithdrawnAsync(DateTime from, DateTime to, CancellationToken cancel);
}
