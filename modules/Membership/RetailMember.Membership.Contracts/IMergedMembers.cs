namespace RetailMember.Membership;

/// <summary>
/// Who was merged into whom in the session's current brand, as long as it stands: for what a module leaves with the
/// duplicate and reads for the one who stays.
/// </summary>
public interface IMergedMembers
{
    /// <summary>Those who were merged into these members, earliest first; nobody is merged into one who was merged.</summary>
    Task<IReadOnlyList<MergedMember>> IntoAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>
    /// Who stands for those of these members who were merged since something was told of them; the others are absent.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, Guid>> StandingForAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>All who were merged into another, as a query that is not yet asked: to be put together with sets of members.</summary>
    IQueryable<Guid> Duplicates();
}

/// <param name="Id">The duplicate's key.</param>
/// <param name="Into">Who stays.</param>
/// <param name="At">UTC.</param>
public sealed record MergedMember(Guid Id, Guid Into, DateTime At);
