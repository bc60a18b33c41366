using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Consents;

/// <summary>Who has said no to profiling, or taken his consent back. Who was never asked has not objected.</summary>
internal sealed class ProfilingObjections(PortalDb db) : IProfilingObjections
{
    public async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        await db.ConsentEntries.AsNoTracking()
            .Where(e => e.Purpose == ConsentPurpose.Profiling && EF.Parameter(members).Contains(e.MemberId) && !e.Granted)
            .Where(e => !db.ConsentEntries.Any(l => l.MemberId == e.MemberId && l.Purpose == e.Purpose && l.Id > e.Id))
            .Select(e => e.MemberId).ToHashSetAsync(cancel);
}
