namespace RetailMember.Membership;

/// <summary>
/// What was done for members of the session's current brand as customers, for other modules: when, never what. What they do
/// for them themselves is noted down with the rest.
/// </summary>
public interface IMemberCare
{
    /// <summary>When each of these members was last cared for, UTC; absent where nobody has noted anything down.</summary>
    Task<IReadOnlyDictionary<Guid, DateTime>> LastAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>
    /// Notes down, within the running transaction, that somebody was in touch with a member: he stays locked until it ends.
    /// False where he is no active member any more; then nothing is kept.
    /// </summary>
    Task<bool> NoteContactAsync(MemberContacted contact, CancellationToken cancel);
}

/// <summary>Somebody was in touch with a member.</summary>
/// <param name="Member">His key.</param>
/// <param name="Note">What was done, at most 500 characters: what is longer is cut off.</param>
/// <param name="StoreId">The store that did it; null: the one where he joined.</param>
/// <param name="At">UTC.</param>
/// <param name="Operator">User name.</param>
public sealed record MemberContacted(Guid Member, string Note, int? StoreId, DateTime At, string Operator);
