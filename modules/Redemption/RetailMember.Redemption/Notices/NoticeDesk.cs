using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.Settings;
using RetailMember.Values;

namespace RetailMember.Redemption.Notices;

/// <summary>Tells a member on his phone what was done with what is his. It comes late rather than never, but not days late.</summary>
internal sealed class NoticeDesk(
    RedemptionDb db, IMemberMessages messages, DefinitionShelf definitions, ISettings settings, DataSession session, TimeProvider time)
{
    public const string Setting = "Redemption.Notices";

    /// <summary>What waited longer, such as behind a fault, is news to nobody.</summary>
    private static readonly TimeSpan News = TimeSpan.FromHours(6);

    /// <summary>What is worth telling of events of one brand; nothing where the brand wants none or nothing can be sent.</summary>
    public IReadOnlyList<TEvent> ToTell<TEvent>(IReadOnlyList<Delivered<TEvent>> events)
        where TEvent : IEvent
    {
        if (!settings.YesNo(Setting, session.Brand) || !messages.IsReady) return [];
        var oldest = time.GetUtcNow().UtcDateTime - News;
        return [.. events.Where(e => e.OccurredAt >= oldest).Select(e => e.Event)];
    }

    /// <param name="notices">In the order in which it happened.</param>
    /// <param name="cancel">Cancels.</param>
    public Task TellAsync(IEnumerable<Notice> notices, CancellationToken cancel) => messages.SendAsync(
        [.. notices.Select(n => new MemberMessage(n.Member, "redemption." + n.Name, "redemption.notice." + n.Name, n.Values))], cancel);

    public async Task<IReadOnlyDictionary<Guid, LocalName>> RewardsAsync(IEnumerable<Guid> rewards, CancellationToken cancel)
    {
        Guid[] ids = [.. rewards.Distinct()];
        var found = await db.Rewards.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.Id)).ToListAsync(cancel);
        return found.ToDictionary(r => r.Id, r => CatalogueShelf.TermsOf(r).Name);
    }

    /// <summary>What vouchers are called.</summary>
    public async Task<IReadOnlyDictionary<Guid, LocalName>> VouchersAsync(IEnumerable<Guid> vouchers, CancellationToken cancel)
    {
        Guid[] ids = [.. vouchers.Distinct()];
        var found = await db.Vouchers.AsNoTracking().Where(v => EF.Parameter(ids).Contains(v.Id))
            .Select(v => new { v.Id, v.DefinitionId }).ToListAsync(cancel);
        var names = (await definitions.OfIdsAsync([.. found.Select(v => v.DefinitionId).Distinct()], cancel))
            .ToDictionary(d => d.Id, d => d.Terms.Name);
        return found.ToDictionary(v => v.Id, v => names[v.DefinitionId]);
    }
}

/// <summary>One thing that a member is told.</summary>
/// <param name="Name">Of the text <c>redemption.notice.</c> + name.</param>
internal sealed record Notice(Guid Member, string Name, params (string Name, object? Value)[] Values);
