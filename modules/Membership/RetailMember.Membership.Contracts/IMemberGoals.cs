using RetailMember.Modules;
using RetailMember.Texts;

namespace RetailMember.Membership;

/// <summary>
/// A seam of what members are on the way to: a module knows what they get once they have come so far within a month. Asked
/// inside a transaction, whether or not the module is on for the brand.
/// </summary>
[Seam]
public interface IMemberGoals
{
    /// <summary>The next goal of each of these members on a business day; a member who has none before him is absent.</summary>
    Task<IReadOnlyDictionary<Guid, MemberGoal>> NextAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel);
}

/// <summary>What a member is on the way to.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="ReachedFen">What he has spent towards it, in fen.</param>
/// <param name="TargetFen">What he has to spend, in fen; more than he has spent.</param>
public sealed record MemberGoal(LocalName Name, long ReachedFen, long TargetFen)
{
    /// <summary>What he still has to spend, in fen.</summary>
    public long MissingFen => TargetFen - ReachedFen;
}
