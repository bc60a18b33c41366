using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways.WeChat;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.WeChat;

/// <summary>
/// By what name WeChat knows members. A link stays with the file that it was made for; who was merged is reached as who stays
/// for him, under his own name there or, where he has none, under that of the file that was merged last.
/// </summary>
internal sealed class WeChatLinks(MarketingDb db, DataSession session, IMergedMembers merged, WeChatAccount account)
{
    private IQueryable<WeChatLink> Here
    {
        get
        {
            var app = account.AppId;
            return db.WeChatLinks.Where(l => l.AppId == app);
        }
    }

    /// <summary>Of all brands, for chain-level work.</summary>
    private IQueryable<WeChatLink> Everywhere => session.AllBrands ? db.AcrossBrands<WeChatLink>() : db.WeChatLinks;

    /// <summary>By the keys of members who stand; absent where none is known.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var former = await merged.IntoAsync(members, cancel);
        var order = new Dictionary<Guid, (Guid Member, DateTime Merged)>();
        foreach (var file in former) order[file.Id] = (file.Into, file.At);
        foreach (var member in members) order[member] = (member, DateTime.MaxValue);
        Guid[] files = [.. order.Keys];
        var found = await Here.AsNoTracking().Where(l => EF.Parameter(files).Contains(l.MemberId)).ToListAsync(cancel);
        return found.GroupBy(l => order[l.MemberId].Member)
            .ToDictionary(g => g.Key, g => g.MaxBy(l => order[l.MemberId].Merged)!.OpenId);
    }

    /// <summary>The member's own link and those of who was merged into him, his own first, the latest merged next.</summary>
    public async Task<IReadOnlyList<WeChatLink>> AllAsync(Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        var found = await Here.AsNoTracking().Where(l => EF.Parameter(files).Contains(l.MemberId)).ToListAsync(cancel);
        return [.. found.OrderBy(l => l.MemberId == member ? int.MinValue : -Array.IndexOf(files, l.MemberId))];
    }

    /// <summary>Whose it is; null: nobody's.</summary>
    public Task<WeChatLink?> HolderAsync(string recipient, CancellationToken cancel) =>
        Here.AsNoTracking().SingleOrDefaultAsync(l => l.RecipientId == recipient, cancel);

    /// <summary>Blind indexes of all names that he has, of whatever account.</summary>
    public async Task<IReadOnlyList<string>> RecipientsAsync(Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.WeChatLinks.Where(l => EF.Parameter(files).Contains(l.MemberId)).Select(l => l.RecipientId)
            .ToListAsync(cancel);
    }

    /// <summary>Members of all brands whom a follower is; chain-level work alone.</summary>
    public Task<List<Guid>> MembersAsync(string recipient, CancellationToken cancel) =>
        Everywhere.Where(l => l.RecipientId == recipient).Select(l => l.MemberId).ToListAsync(cancel);

    /// <summary>
    /// Ends a follower's links in all brands as of a moment: one that was made since stays, however late that is told. WeChat
    /// tells moments by whole seconds.
    /// </summary>
    public Task<int> EndAsync(string recipient, DateTime at, CancellationToken cancel)
    {
        var since = at.AddSeconds(1);
        return Everywhere.Where(l => l.RecipientId == recipient && l.LinkedAt < since).ExecuteDeleteAsync(cancel);
    }

    public Task<int> ForgetAsync(Guid[] members, CancellationToken cancel) =>
        db.WeChatLinks.Where(l => EF.Parameter(members).Contains(l.MemberId)).ExecuteDeleteAsync(cancel);
}

/// <summary>A link ends with the membership: whoever comes back says anew by what name WeChat knows him.</summary>
internal sealed class LinksOfFormerMembers(WeChatLinks links, IMergedMembers merged) : IMemberClosing
{
    public async Task CloseAsync(Guid member, CallContext call, CancellationToken cancel) =>
        await links.ForgetAsync(await merged.FilesOfAsync(member, cancel), cancel);
}

internal sealed class LinksOfForgotten(WeChatLinks links) : Subscriber<MemberForgotten>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberForgotten>> events, CancellationToken cancel) =>
        links.ForgetAsync([.. events.Select(e => e.Event.MemberId)], cancel);
}
