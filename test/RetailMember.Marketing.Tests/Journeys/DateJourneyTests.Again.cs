using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;

namespace RetailMember.Marketing.Tests.Journeys;

public abstract partial class DateJourneyTests
{
    [Fact, Trait("Req", "SMS-01")]
    public async Task New_terms_for_a_day_that_was_walked_and_a_journey_begun_again_reach_who_was_left_out_that_day()
    {
        shop.Clock.Set("2025-05-04");
        List<MemberSummary> members = [await shop.MemberAsync()];
        var terms = Given.Terms(JourneyTrigger.Calendar, await shop.TemplateAsync()) with { Dates = [Given.Day("2025-05-05")] };
        var journey = await shop.JourneyAsync(terms, "2025-05-05");
        await shop.EndAllAsync(but: journey);
        await shop.WalkAsync("2025-05-05");

        members.Add(await shop.MemberAsync());
        await PutInForceAsync(journey, terms);
        await shop.Do(new WalkJourneys.Input());
        (await shop.SaidAsync(journey, members[1])).ShouldHaveSingleItem();
        members.Add(await shop.MemberAsync());
        await shop.Do(new EndJourney.Input(journey));
        await PutInForceAsync(journey, terms);
        await shop.Do(new WalkJourneys.Input());

        foreach (var member in members) (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem();
    }

    private async Task PutInForceAsync(string journey, JourneyTerms terms)
    {
        await shop.Do(new EditJourney.Input(journey, terms));
        await shop.Do(await shop.ActivationAsync(journey), caller: JourneyShop.Second);
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task A_day_on_which_its_segment_cannot_be_asked_is_not_done_and_is_made_up_for_while_it_makes_sense()
    {
        shop.Clock.Set("2025-07-04");
        var member = await shop.MemberAsync();
        var segment = await shop.SegmentAsync(member.Tier);
        var terms = Given.Terms(JourneyTrigger.Calendar, await shop.TemplateAsync()) with
        {
            Dates = [Given.Day("2025-07-05"), Given.Day("2025-07-06")], Segment = segment,
        };
        var journey = await shop.JourneyAsync(terms, "2025-07-05");
        await shop.EndAllAsync(but: journey);

        await shop.RenameConditionsAsync(segment, "membership.", "absent.");
        await shop.WalkAsync("2025-07-05");
        (await shop.OutcomesAsync(journey, member)).ShouldBeEmpty();
        await shop.RenameConditionsAsync(segment, "absent.", "membership.");
        await shop.WalkAsync("2025-07-05");
        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        await shop.RenameConditionsAsync(segment, "membership.", "absent.");
        await shop.WalkAsync("2025-07-06");
        await shop.WalkAsync("2025-07-07");

        (await shop.OutcomesAsync(journey, member)).ShouldBe([JourneyOutcome.Queued, JourneyOutcome.TooLate]);
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task A_journey_that_fails_keeps_no_other_from_its_day()
    {
        shop.Clock.Set("2025-05-07");
        var member = await shop.MemberAsync();
        var terms = Given.Terms(JourneyTrigger.Calendar, await shop.TemplateAsync()) with { Dates = [Given.Day("2025-05-08")] };
        var broken = await shop.JourneyAsync(terms, "2025-05-08");
        await shop.EndAllAsync(but: broken);
        var sound = await shop.JourneyAsync(terms, "2025-05-08");
        var longAgo = Given.Day("2025-01-01");
        await shop.InTables(t => t.GetRequiredService<MarketingDb>().Journeys.Where(j => j.Code == broken)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.DoneUntil, longAgo)));

        await Should.ThrowAsync<AggregateException>(() => shop.WalkAsync("2025-05-08"));
        await shop.Do(new EndJourney.Input(broken));

        (await shop.SaidAsync(sound, member)).ShouldHaveSingleItem();
    }
}
