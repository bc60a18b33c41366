using Microsoft.EntityFrameworkCore;
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
        foreach (var member in (Reader[])[stays, leaves]) await studio.RunAsync(new GrantTier.Input(member.MemberNo, "gold", "test"));
        var batch = await studio.PlannedAsync(
            Conditions.All(Conditions.Of("membership.tier", ("oneOf", "gold"))) with { Groups = [Conditions.All(Trusts)] });

        await studio.RunAsync(new GrantTier.Input(stays.MemberNo, "silver", "test"));
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, stays)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).Reason.ShouldBe(MessageReason.NoLongerMeant);
    }

    [Fact]
    public async Task Who_is_meant_for_something_else_as_well_hears_of_it_though_he_has_withdrawn()
    {
        var (studio, gold, leaves) = await host.TwoWhoTrustAsync();
        await studio.RunAsync(new GrantTier.Input(gold.MemberNo, "gold", "test"));
        var batch = await studio.PlannedAsync(Conditions.Any(Trusts, Conditions.Of("membership.tier", ("oneOf", "gold"))));

        host.Trust.Withdraw(gold);
        host.Trust.Withdraw(leaves);
        await studio.HandOverAsync();

        (await studio.MessageAsync(batch, gold)).State.ShouldBe(MessageState.Accepted);
        (await studio.MessageAsync(batch, leaves)).Reason.ShouldBe(MessageReason.NoLongerMeant);
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
    public async Task A_journey_leaves_out_who_has_withdrawn_since_it_decided_on_him_though_its_words_are_a_notice()
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
