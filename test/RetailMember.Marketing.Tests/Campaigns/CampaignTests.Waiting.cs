using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Tests.Segments;

namespace RetailMember.Marketing.Tests.Campaigns;

public abstract partial class CampaignTests
{
    [Fact, Trait("Req", "SMS-09")]
    public async Task While_a_condition_of_its_segment_is_not_known_it_waits_and_then_goes_on_without_who_objects()
    {
        var trial = await CampaignTrial.SentOffAsync(
            chain, only: Conditions.Of("membership.spend", ("days", "30"), ("atLeast", "100")));

        await RenameConditionsAsync(trial, "membership.", "absent.");
        await trial.RunAsync();
        (await StandingAsync(trial)).ShouldBe((MessageCampaignState.Scheduled, true));
        await RenameConditionsAsync(trial, "absent.", "membership.");
        await chain.Do(new StartMessageCampaign.Input(trial.Code));
        await RenameConditionsAsync(trial, "membership.", "absent.");
        await chain.ObjectAsync(trial.Members.NumberOf("rich"));
        await trial.RunAsync();
        (await StandingAsync(trial)).ShouldBe((MessageCampaignState.Running, true));
        (await trial.WrittenToAsync()).ShouldBeEmpty();

        await RenameConditionsAsync(trial, "absent.", "membership.");
        await trial.RunAsync();

        (await StandingAsync(trial)).ShouldBe((MessageCampaignState.Running, false));
        (await trial.WrittenToAsync()).ShouldHaveSingleItem()
            .ShouldBe(await chain.IdOfAsync(trial.Members.NumberOf("goldRich")));
    }

    private static async Task<(MessageCampaignState, bool)> StandingAsync(CampaignTrial trial)
    {
        var standing = (await trial.ReadAsync()).CampaignStanding;
        return (standing.State, standing.AwaitsConditions);
    }

    /// <summary>As if the module that knows them had gone, or come back.</summary>
    private Task<int> RenameConditionsAsync(CampaignTrial trial, string from, string to) => chain.InTables(async tables =>
    {
        var db = tables.GetRequiredService<MarketingDb>();
        var segment = await db.Segments.Where(s => s.Code == trial.Code).Select(s => s.Id).SingleAsync();
        var terms = await db.SegmentVersions.Where(v => v.SegmentId == segment).Select(v => v.Terms).SingleAsync();
        var renamed = terms.Replace(from, to, StringComparison.Ordinal);
        return await db.SegmentVersions.Where(v => v.SegmentId == segment)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Terms, renamed));
    });

    [Fact, Trait("Req", "SMS-17")]
    public async Task Words_that_are_withdrawn_on_the_way_stop_it_for_that_reason()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await trial.RunAsync();
        await trial.TurnAsync(MessageState.Accepted, 1, ask: true);
        await trial.TurnAsync(MessageState.Skipped, 10, reason: MessageReason.TemplateNotApproved);

        await trial.RunAsync();

        var read = (await trial.ReadAsync()).CampaignStanding;
        (read.State, read.EndedFor).ShouldBe((MessageCampaignState.Stopped, RecipientState.WordsWithdrawn));
    }
}
