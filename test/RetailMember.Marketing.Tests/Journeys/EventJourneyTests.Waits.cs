using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Rules;
using static RetailMember.Marketing.Journeys.Happenings.JourneyHappenings;

namespace RetailMember.Marketing.Tests.Journeys;

public abstract partial class EventJourneyTests
{
    [Fact, Trait("Req", "SMS-05")]
    public async Task A_journey_that_fails_at_the_end_of_its_wait_keeps_no_other_from_its_turn()
    {
        var (broken, member) = await AfterPurchaseAsync(t => t with { WaitMinutes = 30 });
        await shop.TellAsync(JourneyTrigger.Purchase, Bought(member));
        await shop.InTables(t =>
        {
            var db = t.GetRequiredService<MarketingDb>();
            return db.JourneyWaits.Where(w => db.Journeys.Any(j => j.Id == w.JourneyId && j.Code == broken))
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Cause, "{"));
        });
        var (sound, other) = await AfterPurchaseAsync(
            t => t with { WaitMinutes = 60, Trigger = JourneyTrigger.ShopEvent, ShopEvent = "basket-left" },
            TemplateKind.Marketing);
        await shop.TellAsync(JourneyTrigger.ShopEvent, Cause(other.Id, "shop:3", Today));
        shop.Clock.Set("2025-05-06", "13:00:00");

        await Should.ThrowAsync<AggregateException>(() => shop.Do(new EndWaits.Input()));

        (await shop.SaidAsync(sound, other)).ShouldHaveSingleItem();
        (await shop.DecisionsAsync(broken, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Waiting);
        await shop.Do(new EndJourney.Input(broken));
        await shop.Do(new EndWaits.Input());
        (await shop.DecisionsAsync(broken, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.JourneyEnded);
    }
}
