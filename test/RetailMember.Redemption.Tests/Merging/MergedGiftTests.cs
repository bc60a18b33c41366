using RetailMember.Membership;
using RetailMember.Redemption.Tests.Gifts;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Merging;

public sealed class MergedGiftTestsOnSqlite(SqliteShop shop) : MergedGiftTests(shop), IClassFixture<SqliteShop>;

public sealed class MergedGiftTestsOnPostgres(PostgresShop shop) : MergedGiftTests(shop), IClassFixture<PostgresShop>;

/// <summary>Gifts of two who turned out to be one person, with CORE-13's rule: 500 yuan in a month give a voucher.</summary>
[Trait("Req", "CORE-13"), Trait("Req", "CORE-49")]
public abstract class MergedGiftTests(Shop.Shop shop) : GiftTests(shop)
{
    private const string Day = "2026-03-02";

    [Fact]
    public async Task The_receipts_that_come_with_a_duplicate_bring_no_second_gift()
    {
        var rule = await Brand.StepCouponAsync();
        var (stays, goes) = (Brand.Members.Add(), Brand.Members.Add());
        await Brand.BuyAsync(goes, Day, 600m);
        await MergeAsync(Guid.CreateVersion7(), stays, goes);

        await Brand.BuyAsync(stays, Day, 600m, 1m);

        (await Brand.GiftsAsync(stays, rule)).ShouldHaveSingleItem();
        (await Brand.VouchersAsync(stays)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refund_takes_back_what_either_had_and_the_next_purchase_brings_one()
    {
        var rule = await Brand.StepCouponAsync();
        var (stays, goes) = (Brand.Members.Add(), Brand.Members.Add());
        await Brand.BuyAsync(stays, Day, 500m);
        await Brand.BuyAsync(goes, Day, 600m);
        await MergeAsync(Guid.CreateVersion7(), stays, goes);
        await Brand.BuyAsync(stays, Day, 500m, 600m, 1m);
        (await Brand.VouchersAsync(stays)).Count.ShouldBe(2);

        await Brand.RefundAsync(stays, Day, 499m);
        (await Brand.VouchersAsync(stays)).ShouldBeEmpty();

        await Brand.BuyAsync(stays, Day, 499m, 1m);
        (await Brand.GiftsAsync(stays, rule)).Count.ShouldBe(2);
        (await Brand.VouchersAsync(stays)).ShouldHaveSingleItem();
        await Brand.SoundAsync();
    }

    [Fact]
    public async Task Two_again_each_has_and_loses_his_own()
    {
        var rule = await Brand.StepCouponAsync();
        var (stays, goes) = (Brand.Members.Add(), Brand.Members.Add());
        var merge = Guid.CreateVersion7();
        await Brand.BuyAsync(goes, Day, 600m);
        await MergeAsync(merge, stays, goes);
        await Brand.BuyAsync(stays, Day, 600m, 1m);
        await Brand.UnmergeAsync(merge, stays, goes);
        Brand.Members.Promote(goes, goes.Tier);

        await Brand.BuyAsync(stays, Day, 500m);
        await Brand.BuyAsync(goes, Day, 600m, 1m);
        (await Brand.VouchersAsync(stays)).ShouldHaveSingleItem();
        (await Brand.VouchersAsync(goes)).ShouldHaveSingleItem();

        await Brand.RefundAsync(goes, Day, 1m);
        (await Brand.VouchersAsync(stays)).ShouldHaveSingleItem();
        (await Brand.VouchersAsync(goes)).ShouldBeEmpty();
        (await Brand.GiftsAsync(stays, rule)).ShouldHaveSingleItem();
        await Brand.SoundAsync();
    }

    [Fact]
    public async Task What_staff_took_back_from_the_duplicate_stays_taken_back()
    {
        var rule = await Brand.StepCouponAsync();
        var (stays, goes) = (Brand.Members.Add(), Brand.Members.Add());
        await Brand.BuyAsync(goes, Day, 600m);
        await Brand.Do(new Redemption.Gifts.RevokeGift.Input((await Brand.GiftsAsync(goes, rule)).Single().Gift, "by mistake"));
        await MergeAsync(Guid.CreateVersion7(), stays, goes);

        await Brand.BuyAsync(stays, Day, 600m, 1m);

        (await Brand.VouchersAsync(stays)).ShouldBeEmpty();
    }

    /// <summary>The duplicate is closed, and its receipts are read under the survivor's number from now on.</summary>
    private async Task MergeAsync(Guid merge, MemberSummary stays, MemberSummary goes)
    {
        await Brand.MergeAsync(merge, stays, goes);
        Brand.Members.Close(goes);
        Brand.Members.Receipts.TryRemove((goes.Id, Rewards.Day(Day)), out _);
    }
}
