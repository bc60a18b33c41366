using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Account;

/// <summary>What this module holds about a member: his sessions and consents.</summary>
internal sealed class PortalData(PortalDb db) : IMemberData
{
    public string Name => "portal";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        sessions = await db.MemberSessions.AsNoTracking().Where(s => s.MemberId == member).OrderBy(s => s.StartedAt)
            .Select(s => new { s.Device, s.StartedAt, s.SeenAt, s.EndedAt }).ToListAsync(cancel),
        consents = await db.ConsentEntries.AsNoTracking().Where(e => e.MemberId == member).OrderBy(e => e.At)
            .Select(e => new { e.Purpose, e.Granted, e.WordingVersion, e.Wording, e.At, e.Channel }).ToListAsync(cancel),
    };
}
