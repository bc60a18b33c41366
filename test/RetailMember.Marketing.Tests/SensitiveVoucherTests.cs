using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Tests.Journeys;
using RetailMember.Marketing.Tests.Segments;
using RetailMember.People;
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
        var (trusting, words) = (Key(), await studio.TemplateAsync());
        await studio.SegmentAsync(trusting, Conditions.All(Trusts));

        (await studio.RefusalAsync(new EditJourney.Input(Key(), Given.Terms(JourneyTrigger.ShopEvent, words.Code) with
        {
            ShopEvent = "basket-left", Segment = trusting, Voucher = voucher,
        }))).ShouldBe(VoucherSegments.Refused);
        await studio.SegmentAsync(plain, Conditions.All(Trusts));
        (await studio.RefusalAsync(await studio.ActivationAsync(plain), second: true)).ShouldBe(VoucherSegments.Refused);
    }

    [Fact]
    public async Task A_campaign_that_was_approved_with_one_before_is_stopped_at_its_beginning_and_says_why()
    {
        var (studio, _, _) = await host.TwoWhoTrustAsync();
        var code = await studio.DraftAsync(Conditions.All(Trusts));
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        var campaign = await studio.LookAsync(db => db.Campaigns.Where(c => c.Code == code).Select(c => c.Id).SingleAsync());
        await RewordAsync(studio, campaign, await DefineAsync(studio));

        await studio.RunAsync(new RunMessageCampaigns.Input());

        await IsStoppedAsync(studio, code);
        (await studio.MessagesAsync(campaign)).ShouldBeEmpty();
        (await studio.LookAsync(db => db.CampaignMembers.AnyAsync(m => m.CampaignId == campaign))).ShouldBeFalse();
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        (await browser.OpenAsync($"/brands/{studio.Brand.Code}/marketing/message-campaigns/{code}"))
            .ShouldSatisfyAllConditions(
                page => page.ShouldContain("Stopped: voucher for a sensitive segment"),
                page => page.ShouldContain("its words promise a voucher"));
    }

    [Fact]
    public async Task A_campaign_that_began_with_one_before_sends_no_more_words_that_promise_it_and_is_stopped_by_its_next_run()
    {
        var (studio, first, _) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All(Trusts));
        await RewordAsync(studio, batch, await DefineAsync(studio));

        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, first)).State.ShouldBe(MessageState.Queued);
        await studio.RunAsync(new RunMessageCampaigns.Input());
        await studio.HandOverAsync();

        await IsStoppedAsync(studio, await CodeAsync(studio, batch));
        (await studio.MessageAsync(batch, first)).ShouldSatisfyAllConditions(
            m => m.State.ShouldBe(MessageState.Skipped), m => m.Reason.ShouldBe(MessageReason.Stopped));
        (await IssuedAsync(studio)).ShouldBe(0);
    }

    [Fact]
    public async Task A_campaign_whose_segment_became_sensitive_on_the_way_gives_none_to_those_who_were_written_to()
    {
        var (studio, first, _) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All());
        await RewordAsync(studio, batch, await DefineAsync(studio));
        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, first)).State.ShouldBe(MessageState.Accepted);
        await host.RewordAsync(studio, Conditions.All(Trusts));

        await studio.RunAsync(new RunMessageCampaigns.Input());

        await IsStoppedAsync(studio, await CodeAsync(studio, batch));
        (await studio.LookAsync(db => db.CampaignMembers.AnyAsync(m => m.CampaignId == batch && m.State == RecipientState.Rewarded)))
            .ShouldBeFalse();
        (await IssuedAsync(studio)).ShouldBe(0);
        (await studio.RunAsync(new ReadMessageCampaign.Input(await CodeAsync(studio, batch)))).CampaignStanding.IsRounded.ShouldBeTrue();
    }

    [Fact]
    public async Task With_which_message_a_voucher_came_is_told_to_nobody_nor_of_those_that_are_there_already()
    {
        var (studio, first, _) = await host.TwoWhoTrustAsync();
        var batch = await studio.PlannedAsync(Conditions.All());
        await RewordAsync(studio, batch, await DefineAsync(studio));
        await studio.HandOverAsync();
        await studio.RunAsync(new RunMessageCampaigns.Input());
        var code = await CodeAsync(studio, batch);
        var voucher = await host.Host.InBrandAsync(
            studio.Brand, scope => scope.GetRequiredService<RedemptionDb>().Vouchers.SingleAsync(v => v.MemberId == first.Id));

        var fresh = await studio.GetAsync($"redemption/vouchers/{voucher.Id}");
        await NameAsync(studio, code);
        var former = await studio.GetAsync($"redemption/vouchers/{voucher.Id}");
        var own = await host.Host.InBrandAsync(studio.Brand, async scope => JsonSerializer.Serialize(
            await scope.GetServices<IMemberData>().Single(d => d.Name == "redemption").OfAsync(studio.Brand, first.Id, default)));

        foreach (var read in (JsonElement[])[fresh, former])
            read.GetProperty("history")[0].GetProperty("reference").GetString().ShouldBe("message");
        own.ShouldContain("\"Reference\":\"message\"");
        own.ShouldNotContain(code);
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
        (await studio.RunAsync(new ReadJourney.Input(journey))).IsBarred.ShouldBeTrue();
        (await studio.RunAsync(new FindJourneys.Input())).Journeys.ShouldHaveSingleItem().IsBarred.ShouldBeTrue();
        var browser = await host.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, studio.Brand);
        var pages = $"/brands/{studio.Brand.Code}/marketing/journeys";
        (await browser.OpenAsync($"{pages}/{journey}")).ShouldContain("the journey writes to nobody until");
        (await browser.OpenAsync(pages)).ShouldContain("Voucher not allowed");
    }

    private static Task<string> CodeAsync(Studio studio, Guid campaign) =>
        studio.LookAsync(db => db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Code).SingleAsync());

    private static async Task IsStoppedAsync(Studio studio, string campaign)
    {
        var standing = (await studio.RunAsync(new ReadMessageCampaign.Input(campaign))).CampaignStanding;
        (standing.State, standing.EndedFor).ShouldBe((MessageCampaignState.Stopped, RecipientState.SensitiveVoucher));
    }

    /// <summary>As if the vouchers had been given when their history still named the campaign.</summary>
    private Task<bool> NameAsync(Studio studio, string campaign) => host.Host.InBrandAsync(studio.Brand, async scope =>
    {
        var (session, db) = (scope.GetRequiredService<DataSession>(), scope.GetRequiredService<RedemptionDb>());
        await session.BeginAsync();
        await db.VoucherMoves.ExecuteUpdateAsync(set => set.SetProperty(m => m.Reference, campaign));
        await session.CommitAsync();
        return true;
    });

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
