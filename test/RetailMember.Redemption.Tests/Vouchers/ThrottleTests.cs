using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class ThrottleTests(SqliteShop shop) : IClassFixture<SqliteShop>
{
    [Fact]
    public async Task Whoever_tries_codes_is_stopped_for_the_minute_and_others_are_not()
    {
        var voucher = await shop.VoucherAsync(Worth(30m));
        var guesser = Shop.Shop.Person("guesser", RedemptionPermissions.UseVouchers);
        for (var i = 0; i < 20; i++)
            (await shop.RefusalOf(Use("0000-0000-0000-0000", 10m), caller: guesser)).ShouldBe("redemption.voucher-not-usable");

        (await shop.RefusalOf(Use(voucher.Code, 10m), caller: guesser)).ShouldBe("redemption.too-many-look-ups");
        (await shop.TryDo(Use(voucher.Code, 10m), caller: Shop.Shop.Person("till", RedemptionPermissions.UseVouchers)))
            .Accepted.ShouldBeTrue();
        shop.Clock.Set("2026-03-02", "12:01:00");
        (await shop.RefusalOf(Use("0000-0000-0000-0000", 10m), caller: guesser)).ShouldBe("redemption.voucher-not-usable");
    }
}
