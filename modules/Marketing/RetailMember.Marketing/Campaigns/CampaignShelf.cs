using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns;

/// <summary>Fetches campaigns of the session's brand.</summary>
internal sealed class CampaignShelf(MarketingDb db, IRows rows, SegmentBook book, MessageQueue queue)
{
    public async Task<MessageCampaign> FindAsync(string code, CancellationToken cancel) =>
        await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancel) ?? throw NotFound(code);

    /// <summary>To be changed through the context; nobody else moves it until the transaction ends.</summary>
    public async Task<MessageCampaign> HoldAsync(string code, CancellationToken cancel)
    {
        var id = (await FindAsync(code, cancel)).Id;
        await rows.LockAsync<MessageCampaign, Guid>(c => c.Id, [id], cancel);
        return await db.Campaigns.SingleAsync(c => c.Id == id, cancel);
    }

    /// <summary>Ends for good a campaign that is held: what was not handed over never will be.</summary>
    public async Task StopAsync(MessageCampaign campaign, RecipientState reason, CallContext call, CancellationToken cancel)
    {
        await queue.StopAsync(campaign.Id, call.At, cancel);
        await db.CampaignMembers.Where(m => m.CampaignId == campaign.Id && m.State == RecipientState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, RecipientState.Stopped), cancel);
        (campaign.State, campaign.EndedAt, campaign.EndedFor) = (MessageCampaignState.Stopped, call.At, reason);
    }

    /// <summary>A campaign as it stands.</summary>
    public async Task<CampaignView> ViewAsync(MessageCampaign campaign, CancellationToken cancel) =>
        (await ViewsAsync([campaign], cancel))[0];

    /// <summary>
    /// Campaigns as they stand; what those that wait do wait for is marked. Of those whose segment has sensitive conditions
    /// figures are coarse.
    /// </summary>
    public async Task<IReadOnlyList<CampaignView>> ViewsAsync(IReadOnlyList<MessageCampaign> campaigns, CancellationToken cancel)
    {
        Guid[] begun = [.. campaigns.Where(c => c.StartedAt is not null).Select(c => c.Id)];
        var batches = begun.Length == 0 ? [] : await db.Batches.AsNoTracking()
            .Where(b => EF.Parameter(begun).Contains(b.Id) && (b.State == BatchState.Unpaid || b.MeantSegmentId != null))
            .ToDictionaryAsync(b => b.Id, cancel);
        var unasked = await UnaskedAsync(campaigns, cancel);
        return [.. campaigns.Select(c => View(c, batches.GetValueOrDefault(c.Id), unasked.Contains(c.Id)))];
    }

    private static CampaignView View(MessageCampaign campaign, MessageBatch? batch, bool isUnasked)
    {
        var view = CampaignView.Of(campaign) with
        {
            AwaitsPackage = campaign.State == MessageCampaignState.Running && batch?.State == BatchState.Unpaid,
            AwaitsConditions = isUnasked,
        };
        var becameSensitive = campaign is { StartedAt: not null, EndedFor: RecipientState.SensitiveVoucher };
        return batch?.MeantSegmentId is null && !becameSensitive
            ? view
            : view with
            {
                Members = ToldCount.Coarse(campaign.Members).Count, Spread = ToldCount.Coarse(campaign.Spread).Count, IsRounded = true,
            };
    }

    /// <summary>Those on their way whose segment has a condition that cannot be asked now.</summary>
    private async Task<HashSet<Guid>> UnaskedAsync(IReadOnlyList<MessageCampaign> campaigns, CancellationToken cancel)
    {
        var moving = campaigns.Where(c => c.State is MessageCampaignState.Scheduled or MessageCampaignState.Running)
            .ToDictionary(c => c.Id, c => c.State);
        if (moving.Count == 0) return [];
        Guid[] ids = [.. moving.Keys];
        var meant = await (
            from campaign in db.Campaigns.AsNoTracking()
            where EF.Parameter(ids).Contains(campaign.Id)
            join version in db.SegmentVersions on new { Segment = campaign.SegmentId, Number = campaign.SegmentNumber }
                equals new { Segment = (Guid?)version.SegmentId, Number = (int?)version.Number }
            select new { campaign.Id, version.Terms }).ToListAsync(cancel);
        var known = await book.OpenAsync(cancel);
        return [.. meant.Where(m => !CanGoOn(moving[m.Id], SegmentTerms.Read(m.Terms).Members)).Select(m => m.Id)];

        bool CanGoOn(MessageCampaignState state, SegmentGroup members) =>
            state == MessageCampaignState.Running && !known.IsSensitive(members) ? known.Knows(members) : known.CanAsk(members);
    }

    /// <summary>Refuses <c>marketing.campaign-state</c> unless it is in one of these states.</summary>
    public static void Require(MessageCampaign campaign, params MessageCampaignState[] states)
    {
        if (!states.Contains(campaign.State))
            throw new Refusal("marketing.campaign-state", RefusalKind.Conflict, ("campaign", campaign.Code));
    }

    private static Refusal NotFound(string code) =>
        new("marketing.campaign-not-found", RefusalKind.NotFound, ("campaign", code));
}

/// <summary>A campaign as it stands.</summary>
/// <param name="Campaign">Its code.</param>
/// <param name="Members">Of its segment when it began; 0 before. Null: not told, see <see cref="IsRounded"/>.</param>
/// <param name="Spread">Those of whom it is decided whether they get the message. Null: not told.</param>
/// <param name="DueAt">UTC.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC.</param>
internal sealed record CampaignView(
    string Campaign, MessageCampaignState State, MessageCampaignTerms Terms, long? Members, long? Spread, string EditedBy,
    string? ApprovedBy, DateTime? DueAt, DateTime? StartedAt, DateTime? EndedAt, RecipientState? EndedFor)
{
    /// <summary>It runs, but what is left of it waits until the brand buys a package; then it goes on by itself.</summary>
    public bool AwaitsPackage { get; init; }

    /// <summary>
    /// A condition of its segment cannot be asked, as while its module is off: nobody more is chosen until it can; then it goes
    /// on by itself.
    /// </summary>
    public bool AwaitsConditions { get; init; }

    /// <summary>
    /// Its segment has sensitive conditions: figures are rounded down to tens, what is fewer than 20 is not told, and nor is any
    /// amount that one member's purchase would move.
    /// </summary>
    public bool IsRounded { get; init; }

    /// <summary>
    /// Fewer than 95 of a hundred of its messages arrived; while it goes on, of at least a hundred whose end is known. Told where
    /// campaigns are listed.
    /// </summary>
    public bool IsAlarming { get; init; }

    /// <summary>Whoever edits it gives it back: see <see cref="EditMessageCampaign.Input.EditMark"/>.</summary>
    public string EditMark { get; init; } = "";

    /// <summary>The key of its messages in the queue.</summary>
    internal Guid Batch { get; init; }

    /// <summary>The version of its segment that it was approved with; null: the newest.</summary>
    internal int? SegmentNumber { get; init; }

    public static CampaignView Of(MessageCampaign c) => new(
        c.Code, c.State, MessageCampaignTerms.Read(c.Terms), c.Members, c.Spread, c.EditedBy, c.ApprovedBy, c.DueAt, c.StartedAt,
        c.EndedAt, c.EndedFor)
    {
        EditMark = EditMessageCampaign.MarkOf(c), Batch = c.Id, SegmentNumber = c.SegmentNumber,
    };
}
