using RetailMember.Events;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.Membership.Members;

namespace RetailMember.Marketing.Tests.Journeys;

public abstract partial class EventJourneyTests
{
    [Fact, Trait("Req", "SMS-12")]
    public async Task Who_rises_by_two_tiers_at_once_hears_of_the_one_that_he_holds_and_once()
    {
        shop.Clock.Set("2025-05-06");
        var journey = await shop.JourneyAsync(
            Given.Terms(JourneyTrigger.TierChange, await shop.TemplateAsync(TemplateKind.Notice, "tier")));
        var member = await shop.MemberAsync();
        await shop.Do(new GrantTier.Input(member.MemberNo, "gold", "test"));
        await shop.Do(new GrantTier.Input(member.MemberNo, "diamond", "test"));

        await shop.TellAsync(JourneyTrigger.TierChange, Moved(1, "standard", "gold"), Moved(2, "gold", "diamond"));

        (await shop.DecisionsAsync(journey, member)).Select(d => (d.Occasion, d.Verdict)).ShouldBe(
            [("tier:1", JourneyOutcome.MovedOn), ("tier:2", JourneyOutcome.Queued)], ignoreOrder: true);
        (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem().Keys.ShouldBe(["tier"]);

        JourneyCause Moved(long id, string from, string to) => JourneysOfTiers.CauseOf(
            new Delivered<TierChanged>(id, 1, shop.Clock.GetUtcNow().UtcDateTime, new TierChanged(1, member.Id, from, to)),
            shop.Brands.Brands[0]);
    }
}
