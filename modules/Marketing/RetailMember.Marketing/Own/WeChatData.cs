using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Membership;
using RetailMember.People;

namespace RetailMember.Marketing.Own;

/// <summary>By what name WeChat knows a member.</summary>
internal sealed class WeChatData(MarketingDb db, IMergedMembers merged) : IMemberData
{
    public string Name => "weChat";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.WeChatLinks.AsNoTracking().Where(l => EF.Parameter(files).Contains(l.MemberId)).OrderBy(l => l.Id)
            .Select(l => new { l.AppId, l.OpenId, l.LinkedAt }).ToListAsync(cancel);
    }
}
