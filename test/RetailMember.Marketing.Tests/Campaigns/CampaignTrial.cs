using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.People;

namespace RetailMember.Marketing.Tests.Campaigns;

/// <summary>A campaign to the five members of a <see cref="SegmentTrial"/>, in words that were approved.</summary>
internal sealed class CampaignTrial(Chain chain, SegmentTrial members, string code, string template)
{
    public SegmentTrial Members => members;

    public string Code => code;

    /// <summary>Of its words.</summary>
    public string Template => template;

    /// <param name="only">Those of them for whom it holds.</param>
    /// <param name="everybody">To every member of the brand, told apart by nothing.</param>
    public static async Task<CampaignTrial> DraftAsync(
        Chain chain, Func<MessageCampaignTerms, MessageCampaignTerms>? but = null, SegmentCondition? only = null,
        bool everybody = false)
    {
        var members = await SegmentTrial.OpenAsync(chain);
        var (code, template) = (Chain.Key(), Chain.Key());
        await chain.Do(new EditSegment.Input(code, new SegmentTerms
        {
            Name = new LocalName("分群", "Segment"),
            Members = everybody ? Conditions.All() : members.Only(only is null ? Conditions.All() : Conditions.All(only)),
        }));
        await chain.ApproveWordsAsync(template);
        var terms = new MessageCampaignTerms
        {
            Name = new LocalName("春", "Spring"), Purpose = CampaignPurpose.Promotion, Segment = code, Template = template,
        };
        await chain.Do(
            new EditMessageCampaign.Input(code, but?.Invoke(terms) ?? terms),
            caller: Chain.Person("author", MarketingRights.EditCampaigns));
        return new CampaignTrial(chain, members, code, template);
    }

    /// <summary>Approved by another person and sent off.</summary>
    public static async Task<CampaignTrial> SentOffAsync(
        Chain chain, Func<MessageCampaignTerms, MessageCampaignTerms>? but = null, SegmentCondition? only = null,
        bool everybody = false)
    {
        var trial = await DraftAsync(chain, but, only, everybody);
        await trial.ApproveAsync();
        await chain.Do(new ScheduleMessageCampaign.Input(trial.Code));
        return trial;
    }

    /// <summary>What somebody approves who has just read it.</summary>
    public async Task<ApproveMessageCampaign.Input> ApprovalAsync() => new(code, (await ReadAsync()).WordingMark!);

    public async Task ApproveAsync() => await chain.Do(await ApprovalAsync());

    public Task<string> DraftRefusalAsync(Func<MessageCampaignTerms, MessageCampaignTerms> but) => EditAsync(
        but, (input, author) => chain.RefusalOf(input, caller: author));

    public Task ChangeAsync(Func<MessageCampaignTerms, MessageCampaignTerms> but) => EditAsync(
        but, (input, author) => chain.Do(input, caller: author));

    public Task<RunMessageCampaigns.Result> RunAsync() => chain.Do(new RunMessageCampaigns.Input());

    public Task<ReadMessageCampaign.Result> ReadAsync() => chain.Do(new ReadMessageCampaign.Input(code));

    public async Task<MessageCampaignState> StateAsync() => (await ReadAsync()).CampaignStanding.State;

    /// <summary>The members whom its messages are for.</summary>
    public Task<List<Guid?>> WrittenToAsync() => chain.InTables(async tables =>
    {
        var db = tables.GetRequiredService<MarketingDb>();
        var id = await IdAsync(db);
        return await db.Messages.Where(m => m.BatchId == id).Select(m => m.MemberId).ToListAsync();
    });

    /// <summary>What the hand-over and the provider would have made of its messages: so many of them in this state.</summary>
    /// <param name="ask">The provider may still tell of them.</param>
    public Task<int> TurnAsync(
        MessageState state, int count, MessageReason? reason = null, bool ask = false, MessageState from = MessageState.Queued,
        int parts = 1) =>
        chain.InTables(async tables =>
        {
            var db = tables.GetRequiredService<MarketingDb>();
            var id = await IdAsync(db);
            DateTime? askAt = ask ? chain.Clock.GetUtcNow().UtcDateTime.AddHours(1) : null;
            var some = await db.Messages.Where(m => m.BatchId == id && m.State == from).OrderBy(m => m.Id)
                .Take(count).Select(m => m.Id).ToListAsync();
            return await db.Messages.Where(m => some.Contains(m.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, state).SetProperty(m => m.Reason, reason)
                    .SetProperty(m => m.Parts, parts).SetProperty(m => m.AskAt, askAt));
        });

    /// <summary>Its batch in the queue.</summary>
    public Task<MessageBatch> BatchAsync() => chain.InTables(async tables =>
    {
        var db = tables.GetRequiredService<MarketingDb>();
        var id = await IdAsync(db);
        return await db.Batches.AsNoTracking().SingleAsync(b => b.Id == id);
    });

    /// <summary>Does to its batch what the hand-over would.</summary>
    public Task InQueueAsync(Func<MessageQueue, Func<Guid, CancellationToken, Task>> step) => chain.InTables(async tables =>
    {
        await step(tables.GetRequiredService<MessageQueue>())(
            await IdAsync(tables.GetRequiredService<MarketingDb>()), CancellationToken.None);
        return true;
    });

    private async Task<T> EditAsync<T>(
        Func<MessageCampaignTerms, MessageCampaignTerms> but, Func<EditMessageCampaign.Input, Caller, Task<T>> edit) =>
        await edit(
            new EditMessageCampaign.Input(code, but((await ReadAsync()).CampaignStanding.Terms)),
            Chain.Person("author", MarketingRights.EditCampaigns));

    private Task<Guid> IdAsync(MarketingDb db) => db.Campaigns.Where(c => c.Code == code).Select(c => c.Id).SingleAsync();
}
