using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.Tests.Shop;

namespace RetailMember.Marketing.Tests.Campaigns;

public sealed class ForecastTestsOnSqlite(SqliteChain chain) : ForecastTests(chain), IClassFixture<SqliteChain>;

public sealed class ForecastTestsOnPostgres(PostgresChain chain) : ForecastTests(chain), IClassFixture<PostgresChain>;

/// <summary>What whoever approves a campaign looks at.</summary>
public abstract class ForecastTests(Chain chain)
{
    [Fact, Trait("Req", "SMS-09"), Trait("Req", "SMS-13"), Trait("Req", "SMS-14")]
    public async Task Whoever_approves_reads_who_would_be_reached_who_would_not_and_why_and_the_cost_of_those_alone()
    {
        var trial = await CampaignTrial.DraftAsync(chain, t => t with { MostMessages = 1, Hours = 5 });
        await chain.DeclineAsync(trial.Members.NumberOf("plain"));
        await chain.ObjectAsync(trial.Members.NumberOf("gold"));
        await chain.Do(new RecordOptOut.Input(trial.Members.NumberOf("west"), "s2"));

        var forecast = await chain.Do(new ForecastMessageCampaign.Input(trial.Code));

        (forecast.Members, forecast.Looked, forecast.Written, forecast.Delayed).ShouldBe((5, 5, 1, 0));
        forecast.LeftOutFor.Select(l => (l.State, l.Reason, l.Members)).ShouldBe(
            [
                (RecipientState.Objects, null, 1L), (RecipientState.Unreached, MessageReason.NoConsent, 1L),
                (RecipientState.Unreached, MessageReason.OptedOut, 1L), (RecipientState.OverBudget, null, 1L),
            ],
            ignoreOrder: true);
        forecast.CostEstimate!.MessageParts.ShouldBe(1);

        await trial.ApproveAsync();
        await chain.Do(new ScheduleMessageCampaign.Input(trial.Code));
        await trial.RunAsync();
        (await trial.WrittenToAsync()).Count.ShouldBe(1, "what was told comes true");
    }
}
