using RetailMember.Redemption.Data;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Rules;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class ExpiryTestsOnSqlite(SqliteShop shop) : ExpiryTests(shop), IClassFixture<SqliteShop>;

public sealed class ExpiryTestsOnPostgres(PostgresShop shop) : ExpiryTests(shop), IClassFixture<PostgresShop>;

public abstract class ExpiryTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-12")]
    public async Task It_is_good_to_the_last_second_of_its_last_day_and_no_longer()
    {
        shop.Clock.Set("2026-03-02");
        var last = await shop.VoucherAsync(Worth(30m));
        var late = await shop.VoucherAsync(Worth(30m));

        shop.Clock.Set("2026-03-31", "23:59:59");
        (await shop.Do(Use(last.Code, 100m))).ToPay.ShouldBe(Yuan(70m));
        shop.Clock.Set("2026-04-01", "00:00:00");
        (await shop.RefusalOf(Use(late.Code, 100m))).ShouldBe("redemption.voucher-not-usable");

        // As people see it, before the job has been here.
        (await shop.ViewAsync(late.Id)).State.ShouldBe(VoucherState.Expired);
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task It_is_not_good_before_its_first_day()
    {
        shop.Clock.Set("2026-03-02");
        var voucher = await shop.VoucherAsync(Worth(30m) with { Validity = new Validity { StartsAfterDays = 1, Days = 7 } });

        (await shop.RefusalOf(Use(voucher.Code, 100m))).ShouldBe("redemption.voucher-not-yet");
        shop.Clock.Set("2026-03-03", "00:00:00");
        (await shop.Do(Use(voucher.Code, 100m))).ToPay.ShouldBe(Yuan(70m));
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task The_job_notes_what_lapsed_once()
    {
        shop.Clock.Set("2026-03-02");
        var whole = await shop.VoucherAsync(Worth(30m));
        var part = await shop.VoucherAsync(Worth(30m) with { PartialUse = true });
        await shop.Do(Use(part.Code, 10m));
        shop.Clock.Set("2026-04-01");

        (await shop.Do(new ExpireVouchers.Input())).Vouchers.ShouldBeGreaterThanOrEqualTo(2);
        (await shop.Do(new ExpireVouchers.Input())).Vouchers.ShouldBe(0);

        var history = (await shop.Do(new ReadVoucher.Input(part.Id))).History;
        (history[^1].Kind, history[^1].Value).ShouldBe((VoucherMoveKind.Expired, Yuan(-20m)));
        (await shop.ViewAsync(whole.Id)).RemainingValue.ShouldBe(Yuan(0m));
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task What_has_expired_meanwhile_is_not_issued_again()
    {
        shop.Clock.Set("2026-03-02");
        var voucher = await shop.VoucherAsync(Worth(30m));
        var receipt = Key();
        await shop.Do(Use(voucher.Code, 100m, receiptNo: receipt));
        shop.Clock.Set("2026-04-01");

        var back = await shop.Do(Return(voucher.Id, receipt, 30m));

        (back.Restored, back.Lapsed).ShouldBe((Yuan(0m), true));
        (await shop.RefusalOf(Use(voucher.Code, 100m))).ShouldBe("redemption.voucher-not-usable");
    }
}
