using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.People;
using RetailMember.Values;
using static RetailMember.Marketing.Tests.Studio;
using static RetailMember.Marketing.Tests.TrustShop;

namespace RetailMember.Marketing.Tests;

public sealed class SensitiveListTestsOnSqlite(SqliteTrustHost host) : SensitiveListTests(host), IClassFixture<SqliteTrustHost>;

public sealed class SensitiveListTestsOnPostgres(PostgresTrustHost host)
    : SensitiveListTests(host), IClassFixture<PostgresTrustHost>;

/// <summary>Neither counts nor lists tell of one member what sensitive data says of him.</summary>
[Trait("Req", "PH-14")]
public abstract class SensitiveListTests(TrustHost host)
{
    [Theory]
    [InlineData(0, null), InlineData(19, null), InlineData(20, 20L), InlineData(29, 20L), InlineData(30, 30L), InlineData(10_007, 10_000L)]
    public void A_sensitive_count_is_told_in_tens_and_never_below_twenty(long members, long? told)
    {
        ToldCount.Coarse(members).Count.ShouldBe(told);
        ToldCount.Coarse(members).FewerThan.ShouldBe(told is null ? 20 : null);
    }

    [Fact]
    public async Task Whoever_asks_for_a_segment_reads_neither_a_count_nor_a_cost()
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync();
        await studio.RunAsync(new BuyPackage.Input(Key(), 1_000, Money.FromYuan(30m), new DateOnly(2025, 1, 1)));

        var preview = await studio.RunAsync(new PreviewSegment.Input(Conditions.All(Trusts)));
        var plain = await studio.RunAsync(new PreviewSegment.Input(Conditions.All()));

        (preview.Count, preview.CostEstimate).ShouldBe((null, null));
        preview.SampleMembers.ShouldBeEmpty();
        (plain.Count, plain.CostEstimate!.MessageParts).ShouldBe((20, 20));
    }

    [Fact]
    public async Task Who_are_fewer_than_twenty_are_written_to_by_no_campaign()
    {
        var (studio, leaves, _) = await host.TwoWhoTrustAsync();
        var (few, begun) = (await studio.DraftAsync(Conditions.All(Trusts)), await studio.DraftAsync(Conditions.All(Trusts)));
        await studio.SecondAsync(await studio.ApprovalAsync(begun));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(begun));

        host.Trust.Withdraw(leaves);
        await studio.RunAsync(new RunMessageCampaigns.Input());

        (await studio.RefusalAsync(await studio.ApprovalAsync(few), second: true)).ShouldBe("marketing.campaign-too-few");
        var ended = await studio.RunAsync(new ReadMessageCampaign.Input(begun));
        ended.CampaignStanding.ShouldSatisfyAllConditions(
            c => c.State.ShouldBe(MessageCampaignState.Stopped), c => c.EndedFor.ShouldBe(RecipientState.TooFew),
            c => c.Members.ShouldBe(0), c => c.StartedAt.ShouldBeNull());
        ended.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_campaign_that_runs_only_tens_are_told_and_no_amounts()
    {
        var (studio, leaves, buys) = await host.TwoWhoTrustAsync(others: 23);
        await studio.RunAsync(new BuyPackage.Input(Key(), 1_000, Money.FromYuan(30m), new DateOnly(2025, 1, 1)));
        var code = await studio.DraftAsync(Conditions.All(Trusts));
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        await studio.RunAsync(new RunMessageCampaigns.Input());
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();
        await studio.PostAsync("membership/purchases", new { receiptNo = Key(), storeCode = "s1", member = buys.MemberNo, amount = 88 });

        var read = await studio.RunAsync(new ReadMessageCampaign.Input(code));
        var listed = (await studio.RunAsync(new FindMessageCampaigns.Input())).Items.Single(c => c.Campaign == code);
        var paused = await studio.RunAsync(new PauseMessageCampaign.Input(code));
        var packages = await studio.RunAsync(new FindPackages.Input());

        foreach (var standing in (CampaignView[])[read.CampaignStanding, listed, paused])
            (standing.Members, standing.Spread, standing.IsRounded).ShouldBe((20, 20, true));
        read.Decisions.ShouldBe([new(RecipientState.Unreached, 20)]);
        read.Tallies.ShouldBeEmpty();
        read.Effects.ShouldBe(new Outcomes(
            null, null, null, false, null, null, null, null, null, null, null, null, null, null, null));
        (packages.Left, packages.OneCampaign, packages.Packages[0].Used).ShouldBe((1_000, 10_000, 0));
        (await studio.RunAsync(new PreviewSegment.Input(Conditions.All()))).CostEstimate!.Left.ShouldBe(1_000);
    }

    [Fact]
    public async Task Whoever_asks_for_the_forecast_of_a_campaign_reads_neither_a_count_nor_a_cost()
    {
        var (studio, member, _) = await host.TwoWhoTrustAsync();
        var campaign = await studio.DraftAsync(Conditions.All(Trusts));
        var read = new List<ForecastMessageCampaign.Result> { await studio.RunAsync(new ForecastMessageCampaign.Input(campaign)) };
        host.Trust.Withdraw(member);
        read.Add(await studio.RunAsync(new ForecastMessageCampaign.Input(campaign)));

        foreach (var forecast in read)
        {
            (forecast.Members, forecast.Looked, forecast.Written, forecast.Delayed).ShouldBe((null, null, null, null));
            (forecast.CostEstimate, forecast.IsOverBudget).ShouldBe((null, false));
            forecast.LeftOutFor.ShouldBeEmpty();
        }
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task Of_journeys_without_an_occasion_those_are_listed_that_decided_nothing_on_him_and_none_that_are_sensitive()
    {
        var (studio, member, _) = await host.TwoWhoTrustAsync(others: 0);
        await studio.JourneyAsync(Conditions.All());
        await studio.JourneyAsync(Conditions.All(Trusts));
        await host.TellAsync(studio, member);
        var silent = await studio.JourneyAsync(Conditions.All());
        await studio.JourneyAsync(Conditions.All(Trusts));

        (await studio.RunAsync(new FindSilentJourneys.Input(member.MemberNo))).Journeys.Select(j => j.Journey).ShouldBe([silent]);
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var page = await browser.OpenAsync(
            $"/brands/{studio.Brand.Code}/marketing/members/{member.MemberNo}/journeys?verdict=noConsent");
        page.Split("Journeys without an occasion").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Messages_to_who_was_chosen_by_it_are_not_listed()
    {
        var (studio, stays, leaves) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        var plain = await studio.QueueAsync([stays], TemplateKind.Notice);
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await FoundAsync(studio, new FindMessages.Input { MessageBatch = batch })).ShouldBeEmpty();
        foreach (var found in (FindMessages.Input[])
                 [new(), new() { MessageBatch = plain }, new() { Member = stays.MemberNo }, new() { State = MessageState.Accepted }])
            (await FoundAsync(studio, found)).ShouldHaveSingleItem().MemberNo.ShouldBe(stays.MemberNo);
        (await FoundAsync(studio, new FindMessages.Input { Member = leaves.MemberNo })).ShouldBeEmpty();
        foreach (var reason in (MessageReason[])[MessageReason.NoLongerMeant, MessageReason.NotShown])
            (await FoundAsync(studio, new FindMessages.Input { Reason = reason })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Letters_that_their_module_calls_sensitive_name_nobody_also_when_it_is_gone(bool isGone)
    {
        var studio = await OpenAsync(host);
        var (reader, leaves) = (await studio.MemberAsync(), await studio.MemberAsync());
        await studio.TemplateAsync(terms: Terms() with { Purpose = Trust.SensitiveLetters });
        (await studio.PostAsync(new LetterOccasion(Trust.SensitiveLetters, "2025-06"), reader, leaves)).ShouldBe(2);
        await host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.BeginAsync();
            var recalled = await scope.GetRequiredService<IMemberLetters>().RecallAsync(
                Trust.SensitiveLetters, leaves.Id, MessageReason.PermissionWithdrawn, CancellationToken.None);
            await session.CommitAsync();
            return recalled;
        });

        host.Trust.IsUnplugged = isGone;
        try
        {
            var listed = await FoundAsync(studio, new FindMessages.Input());
            listed.Count.ShouldBe(2);
            listed.ShouldAllBe(m => m.MemberNo == null);
            listed.Select(m => m.Reason).ShouldBe([null, MessageReason.NotShown], ignoreOrder: true);
            (await FoundAsync(studio, new FindMessages.Input { Member = reader.MemberNo })).ShouldBeEmpty();
            (await FoundAsync(studio, new FindMessages.Input { Reason = MessageReason.PermissionWithdrawn })).ShouldBeEmpty();
        }
        finally
        {
            host.Trust.IsUnplugged = false;
        }
    }

    [Fact]
    public async Task Decisions_of_a_journey_for_it_are_not_listed_and_told_in_tens()
    {
        var (studio, trusts, _) = await host.TwoWhoTrustAsync(others: 0);
        var strangers = await studio.MembersAsync(ToldCount.Fewest + 3);
        var journey = await studio.JourneyAsync(Conditions.All(Trusts));
        await host.TellAsync(studio, [trusts, .. strangers]);

        foreach (var isOn in (bool[])[true, false])
        {
            host.Trust.IsOn = isOn;
            try
            {
                var found = await studio.RunAsync(new FindJourneys.Input());
                var row = found.Journeys.ShouldHaveSingleItem();
                row.IsRounded.ShouldBeTrue();
                row.Outcomes.ShouldBe([new(JourneyOutcome.NotInSegment, ToldCount.Fewest)]);
                found.Days.ShouldAllBe(d => d.Outcomes.Count == 0);
                var read = await studio.RunAsync(new ReadJourney.Input(journey));
                (read.IsSensitive, read.Days.Count).ShouldBe((true, 0));
                foreach (var asked in (FindDecisions.Input[])
                         [new() { Journey = journey }, new() { Member = trusts.MemberNo }, new() { Verdict = JourneyOutcome.Queued }])
                    (await studio.RunAsync(asked)).Items.ShouldBeEmpty();
            }
            finally
            {
                host.Trust.IsOn = true;
            }
        }
    }

    private static async Task<IReadOnlyList<FindMessages.Item>> FoundAsync(Studio studio, FindMessages.Input input) =>
        (await studio.RunAsync(input)).Items;
}
