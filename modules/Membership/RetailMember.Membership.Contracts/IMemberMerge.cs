using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of merging members who turn out to be one person: a module moves what it keeps of the duplicate to the one who
/// stays, and moves it back when the merge is undone. Called inside the merge's transaction, with both members locked,
/// whether or not the module is on for the brand: what it keeps must not stay with a member who is closed. One that
/// throws stops the whole merge.
/// </summary>
/// <remarks>
/// Points and growth are no module's business: the ledger moves them, and lets whoever undoes a posting of the duplicate
/// go on naming the one who stays.
/// </remarks>
[Seam]
public interface IMemberMerge
{
    /// <summary>The module that takes part.</summary>
    string Module { get; }

    /// <summary>Lowest first when members are merged, last when that is undone.</summary>
    int Order { get; }

    /// <summary>What of a member would move, for the preview; kinds that he has nothing of are absent.</summary>
    Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel);

    /// <summary>Moves all that is the duplicate's, and remembers what it moved.</summary>
    Task MoveAsync(MemberMergeOrder order, CancellationToken cancel);

    /// <summary>
    /// Gives the duplicate back exactly what <see cref="MoveAsync"/> moved, as it stands now. What is gone stays gone, and
    /// what came to the survivor since stays with him.
    /// </summary>
    Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel);
}

/// <summary>Who is merged into whom, or taken apart again.</summary>
/// <param name="Merge">The merge's key: the same when it is undone.</param>
/// <param name="BrandId">The brand.</param>
/// <param name="Survivor">Who stays.</param>
/// <param name="Duplicate">Who is closed, or is himself again.</param>
/// <param name="On">Business date of the brand.</param>
/// <param name="At">UTC.</param>
/// <param name="Operator">Who does it.</param>
public sealed record MemberMergeOrder(
    Guid Merge, int BrandId, Guid Survivor, Guid Duplicate, DateOnly On, DateTime At, string Operator);

/// <summary>How many of a kind move.</summary>
/// <param name="Kind">Its text key is <c>membership.merge.share.</c> followed by it.</param>
/// <param name="Count">How many.</param>
public sealed record MergeShare(string Kind, long Count);
