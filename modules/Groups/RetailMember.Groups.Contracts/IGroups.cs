namespace RetailMember.Groups;

/// <summary>
/// Who belongs together, for other modules and plug-ins. Works for the session's current brand. Only membership is told:
/// what the others bought stays with them.
/// </summary>
public interface IGroups
{
    /// <summary>The groups that members are in now; a member without any is absent.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberGroup>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>Whether the brand knows a kind of group.</summary>
    /// <param name="kind">Its code, such as <c>company</c>.</param>
    /// <param name="cancel">Cancels.</param>
    Task<bool> HasKindAsync(string kind, CancellationToken cancel);
}

/// <summary>A group as its members are in it now.</summary>
/// <param name="Id">The group's key.</param>
/// <param name="Kind">Code of its kind, such as <c>household</c>.</param>
/// <param name="IsHousehold">Its members live together.</param>
/// <param name="Holder">The member whose card is the main one.</param>
/// <param name="Members">Keys of all of them, the holder included.</param>
public sealed record MemberGroup(Guid Id, string Kind, bool IsHousehold, Guid Holder, IReadOnlyList<Guid> Members);
