using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Gifts;

/// <summary>Short ways to say what members get, and why.</summary>
internal static class GiftShop
{
    public static GiftTerms For(GiftReason reason, params string[] vouchers) => new()
    {
        Name = new LocalName("赠礼", "Gift"), Reason = reason, Vouchers = vouchers, From = Day("2026-01-01"),
    };

    /// <summary>An active rule; its code.</summary>
    public static async Task<string> RuleAsync(this Shop.Shop shop, GiftTerms terms)
    {
        var code = "g" + Key();
        await shop.Do(new EditGiftRule.Input(code, terms));
        await shop.Do(new ActivateGiftRule.Input(code));
        return code;
    }

    /// <summary>CORE-13's rule: a month's spend of 500 yuan or more gives a voucher of 30 yuan. Its code.</summary>
    public static async Task<string> StepCouponAsync(this Shop.Shop shop, decimal spend = 500m) =>
        await shop.RuleAsync(For(GiftReason.MonthSpend, await shop.DefinitionAsync(Worth(30m))) with { Spend = Yuan(spend) });

    /// <summary>The receipts of a day as they stand now, and the event that tells of a purchase.</summary>
    public static Task BuyAsync(this Shop.Shop shop, MemberSummary member, string day, params decimal[] yuan)
    {
        shop.Members.Buy(member, day, yuan);
        return shop.JudgeAsync(
            new GiftCause(member.Id, GiftReason.MonthSpend, Day(day), 11),
            new GiftCause(member.Id, GiftReason.FirstPurchase, Day(day), 11));
    }

    /// <summary>The receipts of a day as they stand after a refund, and the event that tells of it.</summary>
    public static Task RefundAsync(this Shop.Shop shop, MemberSummary member, string day, params decimal[] left)
    {
        shop.Members.Buy(member, day, left);
        return shop.JudgeAsync(new GiftCause(member.Id, null, Day(day), Reviews: true));
    }

    public static Task EnrolAsync(this Shop.Shop shop, MemberSummary member) =>
        shop.JudgeAsync(new GiftCause(member.Id, GiftReason.Enrolment, member.JoinedOn, 11));

    public static Task PromoteAsync(this Shop.Shop shop, MemberSummary member, string tier)
    {
        shop.Members.Promote(member, tier);
        return shop.JudgeAsync(new GiftCause(member.Id, GiftReason.Tier, shop.Today(), Reviews: true));
    }

    public static Task<bool> JudgeAsync(this Shop.Shop shop, params GiftCause[] causes) => shop.InTables(async tables =>
    {
        await tables.GetRequiredService<GiftJudge>().JudgeAsync(causes, tables.GetRequiredService<GiftClock>().Now(), default);
        return true;
    });

    public static DateOnly Today(this Shop.Shop shop) => DateOnly.FromDateTime(shop.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>What a member has of one rule, newest first.</summary>
    public static async Task<IReadOnlyList<GiftView>> GiftsAsync(this Shop.Shop shop, MemberSummary member, string reason) =>
        [.. (await shop.Do(new FindGifts.Input { Member = member.MemberNo, All = true })).Items.Where(g => g.Reason == reason)];

    public static async Task<IReadOnlyList<VoucherView>> VouchersAsync(this Shop.Shop shop, MemberSummary member, bool all = false) =>
        (await shop.Do(new FindVouchers.Input { Member = member.MemberNo, All = all })).Items;

    public static ClaimGift.Input Claim(Guid gift, string store = "s1") => new() { Key = Key(), StoreCode = store, Gift = gift };
}
