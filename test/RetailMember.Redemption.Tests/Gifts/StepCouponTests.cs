using RetailMember.Redemption.Data;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class StepCouponTestsOnSqlite(SqliteShop shop) : StepCouponTests(shop), IClassFixture<SqliteShop>;

public sealed class StepCouponTestsOnPostgres(PostgresShop shop) : StepCouponTests(shop), IClassFixture<PostgresShop>;

public abstract class StepCouponTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact, Trait("Req", "CORE-13")]
    public async Task A_months_spend_of_500_gives_one_coupon_of_30_yuan()
    {
        var rule = await Brand.StepCouponAsync();
        var member = Brand.Members.Add();

        await Brand.BuyAsync(member, "2026-03-01", 499.99m);
        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
        await Brand.BuyAsync(member, "2026-03-02", 0.01m);
        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem().FaceValue.ShouldBe(Yuan(30m));
        await Brand.BuyAsync(member, "2026-03-02", 0.01m, 700m);

        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem().State.ShouldBe(GiftState.Given);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task Each_month_and_each_rung_counts_by_itself()
    {
        await Brand.StepCouponAsync();
        await Brand.StepCouponAsync(spend: 1_000m);
        var member = Brand.Members.Add();

        await Brand.BuyAsync(member, "2026-01-31", 400m);
        await Brand.BuyAsync(member, "2026-02-01", 1_000m);
        (await Brand.VouchersAsync(member)).Count.ShouldBe(2);
        await Brand.BuyAsync(member, "2026-03-02", 999.99m);

        (await Brand.VouchersAsync(member)).Count.ShouldBe(3);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task A_refund_below_the_rung_takes_the_unused_coupon_back_and_new_spend_gives_another()
    {
        var rule = await Brand.StepCouponAsync();
        var member = Brand.Members.Add();
        await Brand.BuyAsync(member, "2026-03-02", 500m);

        await Brand.RefundAsync(member, "2026-03-02", 480m);

        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
        (await Brand.VouchersAsync(member, all: true)).ShouldHaveSingleItem().State.ShouldBe(VoucherState.Revoked);
        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem().State.ShouldBe(GiftState.Revoked);
        await Brand.BuyAsync(member, "2026-03-02", 480m, 20m);
        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem().State.ShouldBe(GiftState.Given);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task A_coupon_that_was_used_stays_until_a_refund_gives_it_back()
    {
        var rule = await Brand.StepCouponAsync();
        var member = Brand.Members.Add();
        await Brand.BuyAsync(member, "2026-03-02", 500m);
        var voucher = (await Brand.VouchersAsync(member)).Single().Voucher;
        var (code, receipt) = ((await Brand.Do(new RevealVoucher.Input(voucher))).Code, Key());
        await Brand.Do(Use(code, 100m, receiptNo: receipt));

        await Brand.RefundAsync(member, "2026-03-02", 480m);
        (await Brand.ViewAsync(voucher)).State.ShouldBe(VoucherState.Used);
        (await Brand.GiftsAsync(member, rule)).Single().State.ShouldBe(GiftState.Given);
        await Brand.Do(Return(voucher, receipt, 30m));
        await Brand.RefundAsync(member, "2026-03-02", 400m);

        (await Brand.ViewAsync(voucher)).State.ShouldBe(VoucherState.Revoked);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task What_comes_late_counts_in_its_own_month()
    {
        var rule = await Brand.StepCouponAsync();
        var member = Brand.Members.Add();

        await Brand.BuyAsync(member, "2026-02-28", 500m);

        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem();
        (await Brand.VouchersAsync(member)).Single().ValidFrom.ShouldBe(Brand.Today());
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task Twenty_tellings_of_one_purchase_at_once_give_one_coupon()
    {
        await Brand.StepCouponAsync();
        var member = Brand.Members.Add();
        Brand.Members.Buy(member, "2026-03-02", 500m);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Brand.BuyAsync(member, "2026-03-02", 500m)));

        (await Brand.VouchersAsync(member, all: true)).ShouldHaveSingleItem();
    }
}
