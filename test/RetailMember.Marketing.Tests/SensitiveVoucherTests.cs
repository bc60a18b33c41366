using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Tests.Journeys;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Values;
using static RetailMember.Marketing.Tests.Studio;
using static RetailMember.Marketing.Tests.TrustShop;

namespace RetailMember.Marketing.Tests;

public sealed class SensitiveVoucherTestsOnSqlite(SqliteTrustHost host) : SensitiveVoucherTests(host), IClassFixture<SqliteTrustHost>;

public sealed class SensitiveVoucherTestsOnPostgres(PostgresTrustHost host)
    : SensitiveVoucherTests(host), IClassFixture<PostgresTrustHost>;

/// <summary>Who holds a voucher is listed: none goes to members who were chosen by sensitive data.</summary>
[Trait("Req", "PH-14")]
public abstract class SensitiveVoucherTests(TrustHost host)
{
    [Fact]
    public async Task A_campaign_with_a_voucher_is_refused_at_its_draft_and_where_its_segment_became_sensitive_at_its_approval()
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync();
        var voucher = await DefineAsync(studio);
        var plain = await studio.DraftAsync(Conditions.All(), voucher);
        var bare = await studio.DraftAsync(Conditions.All(Trusts));

        (await studio.RefusalAsync(new EditMessageCampaign.Input(bare, await TermsAsync(studio, bare) with { Voucher = voucher })))
            .ShouldBe(VoucherSegments.Refused);
        await studio.SegmentAsync(plain, Conditions.All(Trusts));
        (await studio.RefusalAsync(await studio.ApprovalAsync(plain), second: true)).ShouldBe(VoucherSegments.Refused);
        (await studio.RefusalAsync(await studio.ApprovalAsync(bare), second: true)).ShouldBeNull();
    }

    [Fact]
    public async Task A_journey_with_a_voucher_is_refused_at_its_draft_and_where_its_segment_became_sensitive_at_its_activation()
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync();
        var voucher = await DefineAsync(studio);
        var plain = await studio.JourneyDraftAsync(Conditions.All(), t => t with { Voucher = voucher });
        var (trusting, words) = (Key(), await studio.TemplateAsync(TemplateKind.Notice));
        await studio.SegmentAsync(trusting, Conditions.All(Trusts));

        (await studio.RefusalAsync(new EditJourney.Input(Key(), Given.Terms(JourneyTrigger.ShopEvent, words.Code) with
        {
            ShopEvent = "basket-left", Segment = trusting, Voucher = voucher,
        }))).ShouldBe(VoucherSegments.Refused);
        await studio.SegmentAsync(plain, Conditions.All(Trusts));
        (await studio.RefusalAsync(await studio.ActivationAsync(plain), second: true)).ShouldBe(VoucherSegments.Refused);
    }

    [Fact]
    public async Task A_campaign_that_was_approved_with_one_before_gives_none()
    {
        var (studio, first, _) = await host.TwoWhoTrustAsync();
        var voucher = await DefineAsync(studio);
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        await RewordAsync(studio, batch, voucher);

        await studio.HandOverAsync();
        await studio.RunAsync(new RunMessageCampaigns.Input());

        (await studio.MessageAsync(batch, first)).State.ShouldBe(MessageState.Accepted);
        (await studio.LookAsync(db => db.CampaignMembers.AnyAsync(m => m.CampaignId == batch && m.State == RecipientState.Rewarded)))
            .ShouldBeFalse();
        (await IssuedAsync(studio)).ShouldBe(0);
    }

    [Fact]
    public async Task A_journey_whose_segment_became_sensitive_gives_none()
    {
        var (studio, member, _) = await host.TwoWhoTrustAsync();
        var voucher = await DefineAsync(studio);
        var journey = await studio.JourneyAsync(Conditions.All(), t => t with { Voucher = voucher });
        await studio.SegmentAsync(journey, Conditions.All(Trusts));

        await host.TellAsync(studio, member);

        (await studio.OutcomesAsync(journey)).ShouldBe([JourneyOutcome.VoucherRefused]);
        (await studio.LookAsync(db => db.JourneyDecisions.Select(d => d.Refusal).SingleAsync())).ShouldBe(VoucherSegments.Refused);
        (await IssuedAsync(studio)).ShouldBe(0);
    }

    private static async Task<string> DefineAsync(Studio studio)
    {
        var code = Key();
        await studio.RunAsync(new EditVoucherDefinition.Input(code, new VoucherTerms
        {
            Name = new LocalName("礼券", "Gift"), Amount = Money.FromYuan(30m), Validity = new Validity { Days = 30 },
        }));
        await studio.RunAsync(new ActivateVoucherDefinition.Input(code));
        return code;
    }

    private static Task<MessageCampaignTerms> TermsAsync(Studio studio, string campaign) => studio.LookAsync(async db =>
        MessageCampaignTerms.Read(await db.Campaigns.Where(c => c.Code == campaign).Select(c => c.Terms).SingleAsync()));

    /// <summary>As if it had been saved before vouchers were refused.</summary>
    private Task<bool> RewordAsync(Studio studio, Guid campaign, string voucher) => host.Host.InBrandAsync(studio.Brand, async scope =>
    {
        var (session, db) = (scope.GetRequiredService<DataSession>(), scope.GetRequiredService<MarketingDb>());
        await session.BeginAsync();
        var terms = MessageCampaignTerms.Read(await db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Terms).SingleAsync());
        var reworded = (terms with { Voucher = voucher }).ToJson();
        await db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(set => set.SetProperty(c => c.Terms, reworded));
        await session.CommitAsync();
        return true;
    });

    private Task<int> IssuedAsync(Studio studio) =>
        host.Host.InBrandAsync(studio.Brand, scope => scope.GetRequiredService<RedemptionDb>().Vouchers.CountAsync());
}
