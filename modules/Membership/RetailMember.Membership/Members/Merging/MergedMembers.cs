using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members.Merging;

/// <inheritdoc cref="IMergedMembers" />
internal sealed class MergedMembers(MembershipDb db) : IMergedMembers
{
    public async Task<IReadOnlyList<MergedMember>> IntoAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await db.MemberMerges.AsNoTracking().Where(m => EF.Parameter(members).Contains(m.SurvivorId) && m.UndoneAt == null)
            .OrderBy(m => m.At).Select(m => new MergedMember(m.DuplicateId, m.SurvivorId, m.At)).ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<Guid, Guid>> StandingForAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await db.Members.AsNoTracking().Where(m => EF.Parameter(members).Contains(m.Id) && m.MergedIntoId != null)
            .ToDictionaryAsync(m => m.Id, m => m.MergedIntoId!.Value, cancel);

    public IQueryable<Guid> Duplicates() => db.Members.AsNoTracking().Where(m => m.MergedIntoId != null).Select(m => m.Id);
}

internal static class MemberFilesOfOne
{
    /// <summary>The member's key and those of who was merged into him, whose rows a merge leaves where they are.</summary>
    public static Task<Guid[]> FilesOfAsync(this MembershipDb db, Guid member, CancellationToken cancel) =>
        db.Members.Where(m => m.Id == member || m.MergedIntoId == member).Select(m => m.Id).ToArrayAsync(cancel);
}
