using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Account;

/// <summary>What this module holds about a member: sessions and consents, those of numbers merged into his too.</summary>
internal sealed class PortalData(PortalDb db, IMergedMembers merged) : IMemberData
{
    public string Name => "portal";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return new
        {
            sessions = await db.MemberSessions.AsNoTracking()
                .Where(s => EF.Parameter(files).Contains(s.MemberId)).OrderBy(s => s.StartedAt)
                .Select(s => new { s.Device, s.StartedAt, s.SeenAt, s.EndedAt }).ToListAsync(cancel),
            consents = await db.ConsentEntries.AsNoTracking()
                .Where(e => EF.Parameter(files).Contains(e.MemberId)).OrderBy(e => e.At)
                .Select(e => new { e.Purpose, e.Granted, e.WordingVersion, e.Wording, e.At, e.Channel }).ToListAsync(cancel),
        };
    }
}
