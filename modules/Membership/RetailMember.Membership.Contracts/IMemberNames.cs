namespace RetailMember.Membership;

/// <summary>
/// Tells other modules whether a name is a member's, without telling names: whoever pays money out to an account holds its
/// name against the member's.
/// </summary>
public interface IMemberNames
{
    /// <summary>
    /// Whether a member of the session's current brand has this name; blanks at its ends, letter case and full-width forms
    /// make no other one. Null where the brand knows no name of his, or there is no such member.
    /// </summary>
    Task<bool?> IsOfAsync(Guid member, string name, CancellationToken cancel);
}
