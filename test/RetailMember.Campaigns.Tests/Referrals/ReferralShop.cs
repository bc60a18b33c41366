using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Values;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Referrals;

/// <summary>Short ways to say who brings whom.</summary>
internal static class ReferralShop
{
    /// <summary>004's numbers: both sides get 50 points and a voucher of 5 yuan once the friend has a card.</summary>
    public static async Task<CampaignTerms> BothFiftyAsync(this Shop.Shop shop) =>
        Terms(CampaignKind.Referral, new Prize { Points = 50, Vouchers = [await shop.FiveYuanAsync()] }) with
        {
            FriendPrize = new Prize { Points = 50, Vouchers = [await shop.FiveYuanAsync()] },
            Trigger = ReferralTrigger.OnEnrol,
            Examples =
            [
                new CampaignExample("B opens a card", new CampaignCase { On = Day("2026-03-02") }, new ExampleResult(true, 50, 50)),
            ],
        };

    /// <summary>Fixed 50 and 5 % of the friend's first sale.</summary>
    public static CampaignTerms FixedAndRatio() =>
        Terms(CampaignKind.Referral, new Prize { Points = 50 }) with
        {
            FriendPrize = new Prize { Points = 50 },
            Trigger = ReferralTrigger.OnFirstPurchase,
            Rate = 0.05m,
            Examples =
            [
                new CampaignExample(
                    "a first order of 200", new CampaignCase { On = Day("2026-03-02"), Paid = Money.FromYuan(200m) },
                    new ExampleResult(true, 60, 50)),
            ],
        };

    public static async Task<string> CodeAsync(this Shop.Shop shop, MemberSummary member, string? device = null) =>
        (await shop.Do(new TellReferralCode.Input(member.MemberNo, device))).ReferralCode;

    /// <summary>A friend who enrols with the code, and the campaigns have heard of it.</summary>
    public static async Task<MemberSummary> BringAsync(
        this Shop.Shop shop, string code, string? mobile = null, string? device = null)
    {
        var enrolled = await shop.Do(Enrol(mobile ?? NewMobile()) with { ReferralCode = code, Device = device });
        await shop.DeliverAsync();
        return await shop.FileAsync(enrolled.MemberNo);
    }

    public static async Task<(ReferralState State, string? Why)> StandsAsync(this Shop.Shop shop, MemberSummary friend)
    {
        var referral = await shop.ReferralAsync(friend);
        return (referral.State, referral.Why);
    }

    public static async Task<FindReferrals.Row> ReferralAsync(this Shop.Shop shop, MemberSummary friend) =>
        (await shop.Do(new FindReferrals.Input { Member = friend.MemberNo })).Items.Single(r => r.FriendNo == friend.MemberNo);
}
