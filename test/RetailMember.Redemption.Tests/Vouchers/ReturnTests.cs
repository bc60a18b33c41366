using RetailMember.Redemption.Data;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class ReturnTestsOnSqlite(SqliteShop shop) : ReturnTests(shop), IClassFixture<SqliteShop>;

public sealed class ReturnTestsOnPostgres(PostgresShop shop) : ReturnTests(shop), IClassFixture<PostgresShop>;

public abstract class ReturnTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-47")]
    public async Task A_single_use_voucher_is_issued_again_once_all_of_it_was_given_back()
    {
        var voucher = await shop.VoucherAsync(Worth(50m));
        var receipt = Key();
        await shop.Do(Use(voucher.Code, 40m, receiptNo: receipt));

        (await shop.Do(Return(voucher.Id, receipt, 15m))).Restored.ShouldBe(Yuan(0m));
        (await shop.ViewAsync(voucher.Id)).State.ShouldBe(VoucherState.Used);
        (await shop.Do(Return(voucher.Id, receipt, 25m))).Restored.ShouldBe(Yuan(50m));

        var view = await shop.ViewAsync(voucher.Id);
        (view.State, view.RemainingValue).ShouldBe((VoucherState.Issued, Yuan(50m)));
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task A_voucher_in_parts_gets_what_is_given_back_and_never_more()
    {
        var voucher = await shop.VoucherAsync(Worth(100m) with { PartialUse = true });
        var receipt = Key();
        await shop.Do(Use(voucher.Code, 60m, receiptNo: receipt));

        (await shop.Do(Return(voucher.Id, receipt, 20m))).Restored.ShouldBe(Yuan(20m));
        (await shop.RefusalOf(Return(voucher.Id, receipt, 40.01m))).ShouldBe("redemption.voucher-over-return");
        (await shop.Do(Return(voucher.Id, receipt, 40m))).Restored.ShouldBe(Yuan(40m));

        (await shop.RefusalOf(Return(voucher.Id, receipt, 0.01m))).ShouldBe("redemption.voucher-over-return");
        (await shop.ViewAsync(voucher.Id)).RemainingValue.ShouldBe(Yuan(100m));
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task A_voucher_that_was_given_back_can_be_used_and_given_back_again()
    {
        var voucher = await shop.VoucherAsync(Rate(0.8m));
        foreach (var receipt in (string[])[Key(), Key()])
        {
            (await shop.Do(Use(voucher.Code, 100m, receiptNo: receipt))).ToPay.ShouldBe(Yuan(80m));
            await shop.Do(Return(voucher.Id, receipt, 20m));
        }

        (await shop.ViewAsync(voucher.Id)).State.ShouldBe(VoucherState.Issued);
    }

    [Fact]
    public async Task The_same_key_gives_back_once()
    {
        var voucher = await shop.VoucherAsync(Worth(100m) with { PartialUse = true });
        var receipt = Key();
        await shop.Do(Use(voucher.Code, 60m, receiptNo: receipt));
        var back = Return(voucher.Id, receipt, 20m);

        await shop.Do(back);
        await shop.Do(back);

        (await shop.ViewAsync(voucher.Id)).RemainingValue.ShouldBe(Yuan(60m));
    }

    [Fact]
    public async Task What_another_receipt_used_is_not_given_back()
    {
        var voucher = await shop.VoucherAsync(Worth(50m));
        await shop.Do(Use(voucher.Code, 60m));

        (await shop.RefusalOf(Return(voucher.Id, "R-other", 50m))).ShouldBe("redemption.voucher-use-not-found");
        (await shop.RefusalOf(Return(Guid.CreateVersion7(), "R-other", 50m))).ShouldBe("redemption.voucher-use-not-found");
    }
}
