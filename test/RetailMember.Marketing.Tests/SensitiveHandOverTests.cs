using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Membership.Members;
using static RetailMember.Marketing.Tests.Studio;
using static RetailMember.Marketing.Tests.TrustShop;

namespace RetailMember.Marketing.Tests;

public sealed class SensitiveHandOverTestsOnSqlite(SqliteTrustHost host) : SensitiveHandOverTests(host), IClassFixture<SqliteTrustHost>;

public sealed class SensitiveHandOverTestsOnPostgres(PostgresTrustHost host)
    : SensitiveHandOverTests(host), IClassFixture<PostgresTrustHost>;

/// <summary>Who was chosen by sensitive data and withdraws before his message goes does not get it.</summary>
[Trait("Req", "SMS-13")]
public abstract partial class SensitiveHandOverTests(TrustHost host)
{
    [Fact]
    public async Task A_campaign_leaves_out_who_has_withdrawn_since_it_was_planned()
    {
        var (studio, stays, leaves) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));

        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, stays)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Skipped), m => m.Reason.ShouldBe(MessageReason.NoLongerMeant));
        host.Gateway.TextsTo(leaves.Mobile).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_held_beside_it_when_he_was_chosen_is_not_asked_again()
    {
        var (studio, stays, leaves) = await host.TwoWhoTrustAsync();
        var tier = (await studio.RunAsync(new ReadMember.Input(stays.MemberNo))).Tier.Code;
        var batch = await studio.PlannedAsync(
            Conditions.All(Conditions.Of("membership.tier", ("oneOf", tier))) with { Groups = [Conditions.All(Trusts)] });

        await studio.RunAsync(new GrantTier.Input(stays.MemberNo, "gold", "test"));
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, stays)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task Nothing_may_stand_for_a_sensitive_condition()
    {
        var studio = await OpenAsync(host);
        var gold = Conditions.Of("membership.tier", ("oneOf", "gold"));
        foreach (var optional in (SegmentGroup[])
                 [
                     Conditions.Any(Trusts, gold), Conditions.All() with { Groups = [Conditions.Any(gold, Trusts)] },
                     Conditions.Any(gold) with { Groups = [Conditions.All(Trusts, gold)] },
                 ])
        {
            (await studio.RefusalAsync(new PreviewSegment.Input(optional))).ShouldBe("marketing.condition-not-optional");
            (await studio.RefusalAsync(new EditSegment.Input(Key(), new SegmentTerms
            {
                Name = new LocalName("分群", "Segment"), Members = optional,
            }))).ShouldBe("marketing.condition-not-optional");
        }
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task A_version_that_was_saved_when_something_might_stand_for_it_is_neither_approved_nor_handed_over()
    {
        var (studio, first, _) = await host.TwoWhoTrustAsync();
        var draft = await studio.DraftAsync(Conditions.All(Trusts));
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));

        await host.RewordAsync(studio, Conditions.Any(Trusts, Conditions.Of("membership.tier", ("oneOf", "gold"))));
        await studio.HandOverAsync();

        (await studio.RefusalAsync(await studio.ApprovalAsync(draft), second: true)).ShouldBe("marketing.segment-not-askable");
        (await studio.MessageAsync(batch, first)).State.ShouldBe(MessageState.Queued);
    }

    [Fact]
    public async Task While_the_module_that_knows_it_is_off_nothing_goes()
    {
        var (studio, stays, leaves) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        host.Trust.Withdraw(leaves);

        host.Trust.IsOn = false;
        await studio.HandOverAsync();
        host.Trust.IsOn = true;

        (await studio.MessagesAsync(batch)).ShouldAllBe(m => m.State == MessageState.Queued);
        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, stays)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    [Fact]
    public async Task A_journey_leaves_out_who_has_withdrawn_since_it_decided_on_him()
    {
        var (studio, stays, leaves) = await host.TwoWhoTrustAsync();
        var journey = await studio.JourneyAsync(Conditions.All(Trusts));
        await host.TellAsync(studio, stays, leaves);

        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        var messages = await studio.LookAsync(db => db.Messages.AsNoTracking()
            .Where(m => m.Purpose == "journey:" + journey).ToDictionaryAsync(m => m.MemberId!.Value));
        messages[stays.Id].State.ShouldBe(MessageState.Accepted);
        messages[leaves.Id].Reason.ShouldBe(MessageReason.NoLongerMeant);
    }
}
