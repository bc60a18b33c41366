using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Templates;
using static RetailMember.Marketing.Journeys.Happenings.JourneyHappenings;

namespace RetailMember.Marketing.Tests.Journeys;

public sealed class JourneyDeliveryTestsOnSqlite(SqliteJourneyShop shop)
    : JourneyDeliveryTests(shop), IClassFixture<SqliteJourneyShop>;

public sealed class JourneyDeliveryTestsOnPostgres(PostgresJourneyShop shop)
    : JourneyDeliveryTests(shop), IClassFixture<PostgresJourneyShop>;

/// <summary>What arrived of a journey's messages.</summary>
public abstract class JourneyDeliveryTests(JourneyShop shop)
{
    [Fact, Trait("Req", "SMS-04")]
    public async Task A_journey_tells_what_arrived_of_its_messages_of_the_last_days_and_of_no_others()
    {
        shop.Clock.Set("2025-05-06");
        var words = await shop.TemplateAsync(TemplateKind.Notice);
        var (journey, other) = (
            await shop.JourneyAsync(Given.Terms(JourneyTrigger.Purchase, words)),
            await shop.JourneyAsync(Given.Terms(JourneyTrigger.Purchase, words)));
        (await ReadAsync(journey)).ShouldBeNull();
        for (var i = 0; i < 5; i++)
        {
            var member = await shop.MemberAsync();
            await shop.TellAsync(JourneyTrigger.Purchase, Cause(member.Id, "purchase:" + Given.Key(), Given.Day("2025-05-06")));
        }

        await TurnAsync(journey, MessageState.Delivered, 2);
        await TurnAsync(journey, MessageState.Failed, 1);
        await TurnAsync(journey, MessageState.Accepted, 1);
        await TurnAsync(other, MessageState.Failed, 5);

        (await ReadAsync(journey)).ShouldBe(new JourneyDeliveries(4, 2, 1, 2m / 3, false));
        (await ReadAsync(other)).ShouldBe(new JourneyDeliveries(5, 0, 5, 0, false));
        shop.Clock.Set("2025-06-06");
        (await ReadAsync(journey)).ShouldBeNull();
    }

    private async Task<JourneyDeliveries?> ReadAsync(string journey) => (await shop.Do(new ReadJourney.Input(journey))).Deliveries;

    /// <summary>What the hand-over and the provider would have made of some of its messages.</summary>
    private Task<int> TurnAsync(string journey, MessageState state, int count) => shop.InTables(async tables =>
    {
        var db = tables.GetRequiredService<MarketingDb>();
        var some = await db.Messages.Where(m => m.Purpose == "journey:" + journey && m.State == MessageState.Queued)
            .OrderBy(m => m.Id).Take(count).Select(m => m.Id).ToListAsync();
        return await db.Messages.Where(m => some.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, state));
    });
}
