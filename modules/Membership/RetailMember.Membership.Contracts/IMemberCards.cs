namespace RetailMember.Membership;

/// <summary>
/// Whose cards are still valid, in brands whose programme ends them after some months: what only a valid card may do, such
/// as spending points, is refused with <see cref="MemberRefusals.CardEnded"/>.
/// </summary>
public interface IMemberCards
{
    /// <summary>Those of these members of the session's current brand whose card has ended.</summary>
    /// <param name="members">Keys.</param>
    /// <param name="utc">When it must be valid.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlySet<Guid>> EndedAsync(IReadOnlyCollection<Guid> members, DateTime utc, CancellationToken cancel);
}
