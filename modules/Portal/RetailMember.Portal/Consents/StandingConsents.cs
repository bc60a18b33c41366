using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Consents;

/// <summary>
/// What counts of each purpose now. Where two files were made one, what was said since counts; until then a refusal in
/// either of them does, as long as the merge stands.
/// </summary>
internal sealed class StandingConsents(PortalDb db, IMergedMembers merged)
{
    /// <param name="members">Of the session's brand.</param>
    /// <param name="only">This purpose; null: each.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>By the member who stays; absent is who was never asked.</returns>
    public async Task<IReadOnlyList<StandingConsent>> OfAsync(
        IReadOnlyCollection<Guid> members, ConsentPurpose? only, CancellationToken cancel)
    {
        var merges = (await merged.IntoAsync(members, cancel)).ToDictionary(m => m.Id);
        Guid[] files = [.. members.Concat(merges.Keys).Distinct()];
        var latest = await db.ConsentEntries.AsNoTracking()
            .Where(e => EF.Parameter(files).Contains(e.MemberId) && (only == null || e.Purpose == only))
            .Where(e => !db.ConsentEntries.Any(l => l.MemberId == e.MemberId && l.Purpose == e.Purpose && l.Id > e.Id))
            .Select(e => new StandingConsent(e.MemberId, e.Purpose, e.Granted, e.At)).ToListAsync(cancel);
        return
        [
            .. latest.GroupBy(c => (Member: merges.GetValueOrDefault(c.Member)?.Into ?? c.Member, c.Purpose))
                .Select(g => Decisive(g.Key.Member, [.. g], merges)),
        ];
    }

    private static StandingConsent Decisive(
        Guid member, IReadOnlyList<StandingConsent> said, Dictionary<Guid, MergedMember> merges)
    {
        var own = said.FirstOrDefault(c => c.Member == member);
        var counting = said.Where(c => c.Member == member || own is null || own.At <= merges[c.Member].At);
        return counting.OrderBy(c => c.Granted).ThenByDescending(c => c.At).First() with { Member = member };
    }
}

/// <summary>A member's word on a purpose.</summary>
/// <param name="At">UTC.</param>
internal sealed record StandingConsent(Guid Member, ConsentPurpose Purpose, bool Granted, DateTime At);
