using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Tests.Journeys;
using RetailMember.Marketing.Tests.Segments;
using static RetailMember.Marketing.Tests.Studio;
using static RetailMember.Marketing.Tests.TrustShop;

namespace RetailMember.Marketing.Tests;

public abstract partial class SensitiveHandOverTests
{
    [Theory, InlineData(TrustFault.Kinds), InlineData(TrustFault.Query)]
    public async Task While_a_condition_fails_its_own_messages_wait_and_all_others_go(TrustFault fault)
    {
        var (studio, first, second) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        var stranger = await studio.MemberAsync();
        var other = await studio.QueueAsync([stranger]);

        host.Trust.Fault = fault;
        try
        {
            await studio.HandOverAsync();
        }
        finally
        {
            host.Trust.Fault = TrustFault.None;
        }

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Queued);
        (await studio.MessageAsync(other, stranger)).State.ShouldBe(MessageState.Accepted);
        if (fault == TrustFault.Query) await ShouldWaitAsync(studio, batch, first);
        host.Host.Clock.Advance(ModuleQuestions.Pause);
        host.Trust.Withdraw(second);
        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, first)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Accepted), m => m.Reason.ShouldBeNull());
        (await studio.MessageAsync(batch, second)).Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    [Fact]
    public async Task Where_its_module_goes_off_while_a_batch_is_taken_up_nobody_is_left_out_for_good()
    {
        var (studio, first, second) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));

        host.Trust.GoOffAfter(1);
        try
        {
            await studio.HandOverAsync();
        }
        finally
        {
            host.Trust.ComeBack();
        }

        foreach (var member in (Reader[])[first, second]) await ShouldWaitAsync(studio, batch, member);
        host.Host.Clock.Advance(ModuleQuestions.Pause);
        await studio.HandOverAsync();
        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Accepted);
    }

    [Theory, Trait("Req", "SMS-12"), InlineData(TrustFault.Kinds), InlineData(TrustFault.Query)]
    public async Task A_journey_that_fails_at_an_event_is_tried_again_alone_and_all_others_decide(TrustFault fault)
    {
        var (studio, member, _) = await host.TwoWhoTrustAsync(others: 0);
        var (failing, other) = (await studio.JourneyAsync(Conditions.All(Trusts)), await studio.JourneyAsync(Conditions.All()));
        var today = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().UtcDateTime.AddHours(8));
        JourneyCause[] causes = [JourneyHappenings.Cause(member.Id, "shop:1", today)];
        var told = await host.Host.InBrandAsync(studio.Brand, scope => Happened.OfAsync(scope, JourneyTrigger.ShopEvent, causes));
        told.Select(t => t.Journey).ShouldBeUnique();

        host.Trust.Fault = fault;
        try
        {
            foreach (var one in told) await DecideAsync(studio, one).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        finally
        {
            host.Trust.Fault = TrustFault.None;
        }

        ((await studio.OutcomesAsync(failing)).Count, (await studio.OutcomesAsync(other)).Count).ShouldBe((0, 1));
        foreach (var one in told) await DecideAsync(studio, one);
        foreach (var journey in (string[])[failing, other])
            (await studio.OutcomesAsync(journey)).ShouldBe([JourneyOutcome.Queued]);
    }

    /// <summary>A delivery of its own, as the outbox has it once one of several has failed.</summary>
    private async Task DecideAsync(Studio studio, JourneyTold told) => await host.Host.InBrandAsync(studio.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.BeginAsync();
        await scope.GetRequiredService<JourneyHappenings>().DecideAsync([told], default);
        await session.CommitAsync();
        return true;
    });

    [Theory, Trait("Req", "SMS-09")]
    [InlineData(TrustFault.Kinds), InlineData(TrustFault.Codeless), InlineData(TrustFault.Twice), InlineData(TrustFault.None)]
    public async Task While_a_module_does_not_say_what_it_knows_the_conditions_of_all_others_are_there(TrustFault fault)
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync();
        var campaign = await studio.DraftAsync(Conditions.All(Trusts));
        host.Trust.Fault = fault;
        try
        {
            var isThere = fault is TrustFault.None or TrustFault.Twice;
            var read = await studio.RunAsync(new ReadConditions.Input());
            read.Kinds.Count(k => k.Code == Trust.Kind).ShouldBe(isThere ? 1 : 0);
            read.Kinds.ShouldContain(k => k.Code == "membership.tier" && !k.IsSensitive);
            (await studio.RunAsync(new PreviewSegment.Input(Conditions.All()))).Count.ShouldBe(20);
            (await studio.RunAsync(new ReadMessageCampaign.Input(campaign))).WordingMark.ShouldNotBeNull();
            (await studio.RefusalAsync(new PreviewSegment.Input(Conditions.All(Trusts))))
                .ShouldBe(isThere ? null : "marketing.condition-unknown");
            if (!isThere)
                (await studio.RefusalAsync(await studio.ApprovalAsync(campaign), second: true)).ShouldBe("marketing.segment-not-askable");
        }
        finally
        {
            host.Trust.Fault = TrustFault.None;
        }
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task A_version_that_was_saved_with_a_negated_condition_reaches_nobody()
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync();
        var stranger = await studio.MemberAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        var journey = await studio.JourneyAsync(Conditions.All(Trusts));
        await host.RewordAsync(studio, Conditions.All(Trusts with { Not = true }));

        await host.TellAsync(studio, stranger);
        await studio.HandOverAsync();

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Queued);
        (await studio.OutcomesAsync(journey)).ShouldBe([JourneyOutcome.Waiting]);
        (await studio.RunAsync(new ReadJourney.Input(journey))).AwaitsConditions.ShouldBeTrue();
    }

    [Theory, Trait("Req", "SMS-15"), InlineData(Trust.BrokenLetters), InlineData(Trust.HangingLetters)]
    public async Task Letters_of_a_module_that_does_not_answer_wait_and_all_others_go(string purpose)
    {
        var studio = await OpenAsync(host);
        var (reader, other) = (await studio.MemberAsync(), await studio.MemberAsync());
        await studio.TemplateAsync(terms: Terms() with { Purpose = purpose });
        (await studio.PostAsync(new LetterOccasion(purpose, "2025-06"), reader)).ShouldBe(1);
        var batch = await studio.QueueAsync([other]);

        await studio.HandOverAsync();

        var letter = (await studio.OfPurposeAsync(purpose)).ShouldHaveSingleItem();
        await ShouldWaitAsync(studio, letter.BatchId!.Value, reader);
        (await studio.MessageAsync(batch, other)).State.ShouldBe(MessageState.Accepted);
    }

    private async Task ShouldWaitAsync(Studio studio, Guid batch, Reader member) =>
        (await studio.MessageAsync(batch, member)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Queued), m => m.Reason.ShouldBe(MessageReason.NotAnswered),
            m => m.DueAt.ShouldBe(host.Host.Time.GetUtcNow().UtcDateTime + ModuleQuestions.Pause, TimeSpan.FromMinutes(1)));
}
