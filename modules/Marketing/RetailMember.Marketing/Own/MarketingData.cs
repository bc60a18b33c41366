using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.People;

namespace RetailMember.Marketing.Own;

/// <summary>What this module holds about a member.</summary>
internal sealed class MarketingData(MarketingDb db) : IMemberData
{
    public string Name => "messages";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) =>
        await db.Messages.AsNoTracking().Where(m => m.MemberId == member).OrderBy(m => m.Id)
            .Select(m => new { m.Purpose, m.Values, m.State, m.Reason, m.CreatedAt, m.HandedOverAt, m.DoneAt })
            .ToListAsync(cancel);
}
