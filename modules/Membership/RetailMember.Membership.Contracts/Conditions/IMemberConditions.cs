using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of whatever knows something by which members can be told apart, such as what they bought or which vouchers they
/// hold: the conditions that a saved segment is made of. A module describes its conditions as data and answers them by
/// queries on its own tables, which become parts of one statement: nobody reads another module's tables, and no member is
/// fetched to be looked at. Works for the session's current brand.
/// </summary>
[Seam]
public interface IMemberConditions
{
    /// <summary>The kinds of conditions that it answers, with what can be chosen now, in the language of the request.</summary>
    Task<IReadOnlyList<MemberConditionKind>> KindsAsync(CancellationToken cancel);

    /// <summary>
    /// Members for whom all of these conditions hold, whatever their status; together, so that one reading of a table may
    /// answer several of them.
    /// </summary>
    /// <param name="all">At least one, each of a kind of <see cref="KindsAsync"/>, its values checked against the fields.</param>
    /// <param name="today">The business day on which they are asked: windows of days end with it.</param>
    /// <returns>At least one; the members are in each of the chosen ones and in none of the excluded ones.</returns>
    IReadOnlyList<MemberSelection> Select(IReadOnlyList<MemberCondition> all, DateOnly today);
}

/// <summary>One part of what <see cref="IMemberConditions.Select"/> answers.</summary>
/// <param name="Members">Keys of members by a query on the session's connection, not yet asked; none of them is null.</param>
/// <param name="IsExcluded">Who is meant is not among them.</param>
public sealed record MemberSelection(IQueryable<Guid> Members, bool IsExcluded = false);
