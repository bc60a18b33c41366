using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Segments;
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
    public async Task Who_narrows_a_segment_to_one_member_reads_the_same_whether_he_agreed_or_not()
    {
        var (studio, member, other) = await host.TwoWhoTrustAsync();
        var read = new List<PreviewSegment.Result>();
        foreach (var agrees in (bool[])[true, false])
        {
            if (!agrees) foreach (var one in (Reader[])[member, other]) host.Trust.Withdraw(one);
            read.Add(await studio.RunAsync(new PreviewSegment.Input(Conditions.All(Trusts))));
        }

        foreach (var preview in read)
        {
            (preview.Count, preview.FewerThan, preview.IsRounded).ShouldBe((null, 20, true));
            preview.SampleMembers.ShouldBeEmpty();
        }

        read[0].CostEstimate.ShouldBe(read[1].CostEstimate);
        var plain = await studio.RunAsync(new PreviewSegment.Input(Conditions.All()));
        (plain.Count, plain.FewerThan, plain.IsRounded).ShouldBe((2, null, false));
    }

    [Fact]
    public async Task What_is_forecast_of_a_campaign_is_the_same_whether_a_member_agreed_or_not()
    {
        var (studio, member, other) = await host.TwoWhoTrustAsync();
        var campaign = await studio.DraftAsync(Conditions.All(Trusts));
        var read = new List<ForecastMessageCampaign.Result> { await studio.RunAsync(new ForecastMessageCampaign.Input(campaign)) };
        await studio.AgreeAsync(other.MemberNo, granted: false);
        host.Trust.Withdraw(member);
        read.Add(await studio.RunAsync(new ForecastMessageCampaign.Input(campaign)));

        foreach (var forecast in read)
        {
            (forecast.Members, forecast.Looked, forecast.Written, forecast.Delayed).ShouldBe((null, null, null, null));
            (forecast.FewerThan, forecast.IsRounded).ShouldBe((20, true));
            forecast.LeftOutFor.ShouldBeEmpty();
            forecast.CostEstimate.MessageParts.ShouldBe(20);
        }
    }

    [Fact]
    public async Task Messages_to_who_was_chosen_by_it_name_nobody_and_are_not_found_by_him()
    {
        var (studio, stays, leaves) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        var plain = await studio.QueueAsync([stays], TemplateKind.Notice);
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        var listed = await FoundAsync(studio, new FindMessages.Input { MessageBatch = batch });

        listed.Count.ShouldBe(2);
        listed.ShouldAllBe(m => m.MemberNo == null);
        listed.Select(m => (m.State, m.Reason)).ShouldBe(
            [(MessageState.Accepted, null), (MessageState.Skipped, MessageReason.NotShown)], ignoreOrder: true);
        (await FoundAsync(studio, new FindMessages.Input { MessageBatch = plain })).ShouldHaveSingleItem()
            .MemberNo.ShouldBe(stays.MemberNo);
        (await FoundAsync(studio, new FindMessages.Input { Member = stays.MemberNo })).ShouldHaveSingleItem().Purpose
            .ShouldStartWith("notices:");
        (await FoundAsync(studio, new FindMessages.Input { Member = leaves.MemberNo })).ShouldBeEmpty();
        (await FoundAsync(studio, new FindMessages.Input { Reason = MessageReason.NoLongerMeant })).ShouldBeEmpty();
        (await FoundAsync(studio, new FindMessages.Input { Reason = MessageReason.NotShown })).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Letters_that_their_module_calls_sensitive_name_nobody_and_are_not_found_by_him()
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

        var listed = await FoundAsync(studio, new FindMessages.Input());

        listed.Count.ShouldBe(2);
        listed.ShouldAllBe(m => m.MemberNo == null);
        listed.Select(m => m.Reason).ShouldBe([null, MessageReason.NotShown], ignoreOrder: true);
        (await FoundAsync(studio, new FindMessages.Input { Member = reader.MemberNo })).ShouldBeEmpty();
        (await FoundAsync(studio, new FindMessages.Input { Reason = MessageReason.PermissionWithdrawn })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Decisions_of_a_journey_for_it_name_nobody_and_are_not_found_by_him()
    {
        var (studio, trusts, _) = await host.TwoWhoTrustAsync();
        var stranger = await studio.MemberAsync();
        var journey = await studio.JourneyAsync(Conditions.All(Trusts));
        await host.TellAsync(studio, trusts, stranger);

        foreach (var isOn in (bool[])[true, false])
        {
            host.Trust.IsOn = isOn;
            try
            {
                var decided = (await studio.RunAsync(new FindDecisions.Input { Journey = journey })).Items;
                decided.Select(d => d.Verdict).ShouldBe([JourneyOutcome.Queued, JourneyOutcome.NotInSegment], ignoreOrder: true);
                decided.ShouldAllBe(d => d.MemberNo == null && d.Occasion == null);
                foreach (var member in (Reader[])[trusts, stranger])
                    (await studio.RunAsync(new FindDecisions.Input { Member = member.MemberNo })).Items.ShouldBeEmpty();
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
