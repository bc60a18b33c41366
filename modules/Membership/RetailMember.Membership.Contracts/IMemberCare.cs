namespace RetailMember.Membership;

/// <summary>What was done for members of the session's current brand as customers, for other modules: when, never what.</summary>
public interface IMemberCare
{
    /// <summary>When each of these members was last cared for, UTC; absent where nobody has noted anything down.</summary>
    Task<IReadOnlyDictionary<Guid, DateTime>> LastAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);
}
