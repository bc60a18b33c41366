using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using static RetailMember.Marketing.Journeys.Happenings.JourneyHappenings;

namespace RetailMember.Marketing.Tests.Journeys;

public abstract partial class EventJourneyTests
{
    [Fact, Trait("Req", "SMS-01")]
    public async Task A_journey_that_was_ended_decides_nothing_in_its_former_words_before_its_new_version_has_its_day()
    {
        shop.Clock.Set("2025-10-31");
        var terms = Given.Terms(JourneyTrigger.Purchase, await shop.TemplateAsync(TemplateKind.Notice));
        var patient = terms with { WaitMinutes = 25 * 24 * 60 };
        var (journey, waiting, member) = (await shop.JourneyAsync(terms), await shop.JourneyAsync(patient), await shop.MemberAsync());
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member, on: Given.Day("2025-10-31")));
        shop.Clock.Set("2025-11-01");
        foreach (var one in (string[])[journey, waiting]) await shop.Do(new EndJourney.Input(one));
        shop.Clock.Set("2025-11-20");
        await shop.Do(new EditJourney.Input(journey, terms));
        await shop.Do(new EditJourney.Input(waiting, patient));
        foreach (var one in (string[])[journey, waiting])
            await shop.Do(await shop.ActivationAsync(one, "2025-12-01"), caller: JourneyShop.Second);

        foreach (var day in (string[])["2025-11-20", "2025-11-30", "2025-12-01"])
        {
            shop.Clock.Set(day);
            await shop.TellAsync(JourneyTrigger.Purchase, Bought(member, on: Given.Day(day)));
            await shop.Do(new EndWaits.Input());
        }

        (await shop.DecisionsAsync(journey, member)).Select(d => (d.BusinessDate, d.Revision))
            .ShouldBe([(Given.Day("2025-12-01"), 2), (Given.Day("2025-10-31"), 1)]);
        (await shop.DecisionsAsync(waiting, member)).Select(d => (d.Revision, d.Verdict))
            .ShouldBe([(2, JourneyOutcome.Waiting), (1, JourneyOutcome.JourneyEnded)]);
        foreach (var one in (string[])[journey, waiting]) await shop.Do(new EndJourney.Input(one));
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task While_its_segment_cannot_be_asked_a_happening_waits_and_is_made_up_for_as_long_as_it_is_fresh()
    {
        shop.Clock.Set("2025-05-06");
        var (member, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        var segment = await shop.SegmentAsync(member.Tier);
        var terms = Given.Terms(JourneyTrigger.Welcome, await shop.TemplateAsync(TemplateKind.Notice)) with { Segment = segment };
        var (journey, draft) = (await shop.JourneyAsync(terms), "j" + Given.Key());
        await shop.Do(new EditJourney.Input(draft, terms));
        await shop.EndAllAsync(but: journey);

        await shop.RenameConditionsAsync(segment, "membership.", "absent.");
        (await shop.RefusalOf(await shop.ActivationAsync(draft), caller: JourneyShop.Second)).ShouldBe("marketing.segment-not-askable");
        await shop.TellAsync(JourneyTrigger.Welcome, Cause(member.Id, "joined", Today));
        await EndWaitsAsync("2025-05-06", "12:15:00");
        (await VerdictAsync(member)).ShouldBe(JourneyOutcome.Waiting);
        (await shop.Do(new ReadJourney.Input(journey))).AwaitsConditions.ShouldBeTrue();
        (await shop.Do(new FindJourneys.Input(JourneyState.Running))).Journeys.ShouldHaveSingleItem().AwaitsConditions.ShouldBeTrue();
        await shop.RenameConditionsAsync(segment, "absent.", "membership.");
        await EndWaitsAsync("2025-05-06", "12:30:00");
        (await VerdictAsync(member)).ShouldBe(JourneyOutcome.Queued);
        (await shop.Do(new ReadJourney.Input(journey))).AwaitsConditions.ShouldBeFalse();

        await shop.RenameConditionsAsync(segment, "membership.", "absent.");
        await shop.TellAsync(JourneyTrigger.Welcome, Cause(other.Id, "joined", Today));
        await EndWaitsAsync("2025-05-07", "12:00:00");
        (await VerdictAsync(other)).ShouldBe(JourneyOutcome.Waiting);
        await EndWaitsAsync("2025-05-08", "12:00:00");

        (await VerdictAsync(other)).ShouldBe(JourneyOutcome.TooLate);
        (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem();
        (await shop.SaidAsync(journey, other)).ShouldBeEmpty();
        await shop.Do(new EndJourney.Input(journey));

        async Task<JourneyOutcome> VerdictAsync(MemberSummary of) =>
            (await shop.OutcomesAsync(journey, of)).ShouldHaveSingleItem();

        async Task EndWaitsAsync(string day, string time)
        {
            shop.Clock.Set(day, time);
            await shop.Do(new EndWaits.Input());
        }
    }
}
