using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Membership;

namespace RetailMember.Marketing.HandOver;

/// <summary>Who was handed his message of a batch under a file that was merged with his since, whatever number it had.</summary>
internal sealed class WrittenBefore(MarketingDb db, IMergedMembers merged)
{
    /// <summary>Those of the members who are reached now; nearly always none, for one question.</summary>
    public async Task<IReadOnlySet<Guid>> AmongAsync(Guid batch, IReadOnlyCollection<Guid> reached, CancellationToken cancel)
    {
        var former = (await merged.IntoAsync(reached, cancel)).ToDictionary(m => m.Id, m => m.Into);
        if (former.Count == 0) return new HashSet<Guid>();
        Guid[] files = [.. former.Keys, .. former.Values.Distinct()];
        var written = await db.Messages.AsNoTracking()
            .Where(m => m.BatchId == batch && m.RecipientId != null && EF.Parameter(files).Contains(m.MemberId!.Value))
            .Select(m => m.MemberId!.Value).ToListAsync(cancel);
        return written.Select(file => former.GetValueOrDefault(file, file)).ToHashSet();
    }
}
