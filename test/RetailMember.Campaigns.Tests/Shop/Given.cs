using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Behaviours;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Campaigns.Tests.Shop;

/// <summary>Short ways to say what is asked.</summary>
internal static class Given
{
    private static int last;

    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    public static string NewMobile() => (13_800_000_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);

    /// <summary>A campaign of 2026 with one example that any award satisfies.</summary>
    public static CampaignTerms Terms(CampaignKind kind, Prize prize) => new()
    {
        Name = new LocalName("活动", "Campaign"), Kind = kind, From = Day("2026-01-01"), To = Day("2026-12-31"), Prize = prize,
    };

    /// <summary>004's number: sharing a poster is worth 50 points.</summary>
    public static CampaignTerms SharePoster(string? behaviour = null) =>
        Terms(CampaignKind.Behaviour, new Prize { Points = 50 }) with
        {
            Behaviour = behaviour ?? "share-" + Key(),
            Examples =
            [
                new CampaignExample("once", new CampaignCase { On = Day("2026-03-02") }, new ExampleResult(true, 50)),
                new CampaignExample(
                    "twice a day",
                    new CampaignCase { On = Day("2026-03-02"), AwardedOn = [Day("2026-03-02")] },
                    new ExampleResult(false)),
            ],
        };

    /// <summary>An active campaign; its code.</summary>
    public static async Task<string> CampaignAsync(this Shop shop, CampaignTerms terms)
    {
        var code = "c" + Key();
        await shop.Do(new EditCampaign.Input(code, terms));
        await shop.Do(new ActivateCampaign.Input(code));
        return code;
    }

    /// <summary>Makes an active campaign raise to another tier, past all checks: one that the programme does not have is gone.</summary>
    public static Task<int> RaisesToAsync(this Shop shop, string campaign, string tier) => shop.InTables(async tables =>
    {
        var db = tables.GetRequiredService<CampaignsDb>();
        var version = await (
            from one in db.Campaigns
            join wording in db.CampaignVersions on one.Id equals wording.CampaignId
            where one.Code == campaign
            select wording).SingleAsync();
        var terms = CampaignShelf.TermsOf(version.Terms);
        version.Terms = JsonSerializer.Serialize(terms with { Prize = terms.Prize with { TierCode = tier } }, Json.Stored);
        return await db.SaveChangesAsync();
    });

    /// <summary>Runs a test while a campaign is active, and ends it: the next test on the same database has its own.</summary>
    public static async Task WithAsync(this Shop shop, CampaignTerms terms, Func<string, Task> test)
    {
        shop.Outbox.Take();
        var campaign = await shop.CampaignAsync(terms);
        try
        {
            await test(campaign);
        }
        finally
        {
            shop.Clock.Set("2026-03-02");
            if ((await shop.ViewAsync(campaign)).State != CampaignState.Ended) await shop.Do(new EndCampaign.Input(campaign));
        }
    }

    public static async Task<MemberSummary> MemberAsync(this Shop shop, string? mobile = null)
    {
        var enrolled = await shop.Do(Enrol(mobile ?? NewMobile()));
        return await shop.FileAsync(enrolled.MemberNo);
    }

    public static EnrolMember.Input Enrol(string mobile) => new() { Key = Key(), Name = "测试员", Mobile = mobile, StoreCode = "s1" };

    public static async Task<string> MobileOfAsync(this Shop shop, MemberSummary member) =>
        (await shop.Do(new RevealMember.Input(member.MemberNo, "test"))).Mobile!;

    public static async Task<MemberSummary> FileAsync(this Shop shop, string memberNo) =>
        (await shop.InTables(t => t.GetRequiredService<IMemberFiles>().FindAsync([memberNo], default)))[memberNo];

    public static Task<MemberSummary> AgainAsync(this Shop shop, MemberSummary member) => shop.FileAsync(member.MemberNo);

    public static AwardBehaviour.Input Did(string behaviour, MemberSummary member, string? key = null) => new()
    {
        Key = key ?? Key(), StoreCode = "s1", Member = member.MemberNo, Behaviour = behaviour,
    };

    public static async Task<long> PointsAsync(this Shop shop, MemberSummary member) =>
        (await shop.InTables(t => t.GetRequiredService<ILedger>()
            .ReadBalancesAsync([member.Id], MembershipUnits.Points, Day("2026-12-31"), default)))
        .GetValueOrDefault(member.Id)?.Total ?? 0;

    /// <summary>How often the member has taken part in something.</summary>
    public static Task<long> TakenPartAsync(this Shop shop, MemberSummary member) => shop.InTables(t =>
        t.GetRequiredService<MembershipDb>().Members.Where(m => m.Id == member.Id).Select(m => (long)m.Participation).SingleAsync());

    public static async Task<IReadOnlyList<AwardView>> AwardsAsync(this Shop shop, MemberSummary member) =>
        (await shop.Do(new FindAwards.Input { Member = member.MemberNo })).Items;

    public static async Task<CampaignView> ViewAsync(this Shop shop, string campaign) =>
        (await shop.Do(new ReadCampaign.Input(campaign))).Overview;

    /// <summary>A receipt of store s1, on a day at noon, or now.</summary>
    public static RecordPurchase.Input Buy(MemberSummary member, decimal yuan, string? day = null, string? receiptNo = null) => new()
    {
        ReceiptNo = receiptNo ?? Key(),
        StoreCode = "s1",
        Member = member.MemberNo,
        Amount = Money.FromYuan(yuan),
        OccurredAt = day is null ? null : Day(day).ToDateTime(new TimeOnly(12, 0)),
    };

    public static RefundPurchase.Input Refund(string receiptNo, decimal yuan) => new()
    {
        RefundNo = Key(), StoreCode = "s1", ReceiptNo = receiptNo, Amount = Money.FromYuan(yuan),
    };

    /// <summary>An active definition of vouchers of 5 yuan; its code.</summary>
    public static async Task<string> FiveYuanAsync(this Shop shop)
    {
        var code = "d" + Key();
        await shop.Do(new EditVoucherDefinition.Input(code, new VoucherTerms
        {
            Name = new LocalName("五元券", "5 yuan"), Amount = Money.FromYuan(5m), Validity = new Validity { Days = 30 },
        }));
        await shop.Do(new ActivateVoucherDefinition.Input(code));
        return code;
    }

    public static async Task<IReadOnlyList<VoucherView>> VouchersAsync(this Shop shop, MemberSummary member) =>
        (await shop.Do(new FindVouchers.Input { Member = member.MemberNo })).Items;
}
