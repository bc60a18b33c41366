using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Membership;
using RetailMember.People;

namespace RetailMember.Marketing.Own;

/// <summary>What this module holds about a member.</summary>
internal sealed class MarketingData(MarketingDb db, IMergedMembers merged) : IMemberData
{
    public string Name => "messages";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.Messages.AsNoTracking().Where(m => EF.Parameter(files).Contains(m.MemberId!.Value)).OrderBy(m => m.Id)
            .Select(m => new { m.Purpose, m.Values, m.State, m.Reason, m.CreatedAt, m.HandedOverAt, m.DoneAt })
            .ToListAsync(cancel);
    }
}
