using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.People;
using static RetailMember.Marketing.Tests.Studio;
using static RetailMember.Marketing.Tests.TrustShop;

namespace RetailMember.Marketing.Tests;

public sealed class SensitiveRunTestsOnSqlite(SqliteTrustHost host) : SensitiveRunTests(host), IClassFixture<SqliteTrustHost>;

public sealed class SensitiveRunTestsOnPostgres(PostgresTrustHost host) : SensitiveRunTests(host), IClassFixture<PostgresTrustHost>;

/// <summary>Whoever reads what jobs did does not count those who meet a sensitive condition.</summary>
[Trait("Req", "PH-14")]
public abstract class SensitiveRunTests(TrustHost host)
{
    [Fact]
    public async Task A_hand_over_counts_the_messages_of_all_others_alone()
    {
        var (studio, first, _) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        await studio.TemplateAsync(terms: Terms() with { Purpose = Trust.SensitiveLetters });
        (await studio.PostAsync(new LetterOccasion(Trust.SensitiveLetters, "2025-06"), first)).ShouldBe(1);
        var plain = await studio.QueueAsync([await studio.MemberAsync()], TemplateKind.Notice);

        (await studio.HandOverAsync()).Decided.ShouldBe(1);

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted);
        (await studio.MessagesAsync(plain)).ShouldAllBe(m => m.State == MessageState.Accepted);
        (await studio.OfPurposeAsync(Trust.SensitiveLetters)).ShouldAllBe(m => m.State != MessageState.Queued || m.DueAt > m.CreatedAt);
    }

    [Fact]
    public async Task A_campaign_of_which_no_figure_is_told_shows_no_charts_and_says_why()
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        var code = await studio.LookAsync(db => db.Campaigns.Where(c => c.Id == batch).Select(c => c.Code).SingleAsync());
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);

        (await browser.OpenAsync($"/brands/{studio.Brand.Code}/marketing/message-campaigns/{code}")).ShouldSatisfyAllConditions(
            page => page.ShouldContain("no charts are shown"), page => page.ShouldNotContain("data-chart"),
            page => page.ShouldNotContain("chart-table"));
    }

    [Fact]
    public async Task A_module_whose_question_to_the_database_fails_keeps_no_command_from_its_work()
    {
        var studio = await OpenAsync(host);
        var code = Key();
        host.Trust.Fault = TrustFault.Statement;
        try
        {
            await studio.SegmentAsync(code, Conditions.All());
        }
        finally
        {
            host.Trust.Fault = TrustFault.None;
        }

        (await studio.LookAsync(db => db.Segments.AnyAsync(s => s.Code == code))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_walk_does_not_count_whom_a_sensitive_journey_writes_to()
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync(others: 0);
        var today = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().UtcDateTime.AddHours(8));
        JourneyTerms OnToday(JourneyTerms t) => t with { Trigger = JourneyTrigger.Calendar, ShopEvent = null, Dates = [today] };
        var journey = await studio.JourneyAsync(Conditions.All(Trusts), OnToday);
        var plain = await studio.JourneyAsync(Conditions.All(), OnToday);

        (await studio.RunAsync(new WalkJourneys.Input())).Queued.ShouldBe(2);

        foreach (var one in (string[])[journey, plain])
            (await studio.OutcomesAsync(one)).ShouldBe([JourneyOutcome.Queued, JourneyOutcome.Queued]);
    }

    [Fact]
    public async Task The_end_of_waits_does_not_count_who_waited_for_a_sensitive_journey()
    {
        var (studio, member, _) = await host.TwoWhoTrustAsync(others: 0);
        var journey = await studio.JourneyAsync(Conditions.All(Trusts), t => t with { WaitMinutes = 60 });
        await host.TellAsync(studio, member);
        (await studio.OutcomesAsync(journey)).ShouldBe([JourneyOutcome.Waiting]);
        host.Host.Clock.Advance(TimeSpan.FromMinutes(61));

        (await studio.RunAsync(new EndWaits.Input())).ShouldBe(new EndWaits.Result(0, 0));

        (await studio.OutcomesAsync(journey)).ShouldBe([JourneyOutcome.Queued]);
    }
}
