using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class ThrottleTestsOnSqlite(SqliteShop shop) : ThrottleTests(shop), IClassFixture<SqliteShop>;

public sealed class ThrottleTestsOnPostgres(PostgresShop shop) : ThrottleTests(shop), IClassFixture<PostgresShop>;

/// <summary>Failures are counted in the database: nothing of it is in a host's memory.</summary>
public abstract class ThrottleTests(Shop.Shop shop)
{
    private const string Unknown = "0000-0000-0000-0000";

    [Fact, Trait("Req", "CORE-35")]
    public async Task Whoever_tries_codes_is_stopped_for_the_minute_and_others_are_not()
    {
        shop.Clock.Set("2026-03-02");
        var voucher = await shop.VoucherAsync(Worth(30m));
        var guesser = Guesser();
        for (var i = 0; i < 20; i++)
            (await shop.RefusalOf(Use(Unknown, 10m), caller: guesser)).ShouldBe("redemption.voucher-not-usable");

        (await shop.RefusalOf(Use(voucher.Code, 10m), caller: guesser)).ShouldBe("membership.too-many-look-ups");
        (await shop.TryDo(Use(voucher.Code, 10m), caller: Guesser())).Accepted.ShouldBeTrue();
        shop.Clock.Set("2026-03-02", "12:01:00");
        (await shop.RefusalOf(Use(Unknown, 10m), caller: guesser)).ShouldBe("redemption.voucher-not-usable");
    }

    [Fact, Trait("Req", "CORE-35")]
    public async Task Uses_verifications_and_collections_count_together_though_each_is_undone()
    {
        shop.Clock.Set("2026-03-03");
        var guesser = Guesser(RedemptionPermissions.HandOutOrders);
        for (var i = 0; i < 7; i++)
        {
            await shop.RefusalOf(Use(Unknown, 10m), caller: guesser);
            await shop.RefusalOf(Verify(), caller: guesser);
            await shop.RefusalOf(Collect(), caller: guesser);
        }

        (await shop.RefusalOf(Use(Unknown, 10m), caller: guesser)).ShouldBe("membership.too-many-look-ups");
        (await shop.RefusalOf(Verify(), caller: guesser)).ShouldBe("membership.too-many-look-ups");
        (await shop.RefusalOf(Collect(), caller: guesser)).ShouldBe("membership.too-many-look-ups");
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-35")]
    public async Task One_call_with_ten_codes_that_open_nothing_counts_ten()
    {
        shop.Clock.Set("2026-03-04");
        var guesser = Guesser();
        string[] guesses = [.. Enumerable.Range(0, 10).Select(i => $"0000-0000-0000-000{i}")];
        for (var i = 0; i < 2; i++)
            (await shop.RefusalOf(UseAll(guesses, [new(Yuan(10m))]), caller: guesser)).ShouldBe("redemption.voucher-not-usable");

        (await shop.RefusalOf(Use(Unknown, 10m), caller: guesser)).ShouldBe("membership.too-many-look-ups");
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-35")]
    public async Task Whoever_comes_too_late_with_a_code_has_not_guessed()
    {
        shop.Clock.Set("2026-03-05");
        var voucher = await shop.VoucherAsync(Worth(30m));
        var till = Guesser();
        for (var i = 0; i < 30; i++) await shop.TryDo(Use(voucher.Code, 30m), caller: till);

        (await shop.RefusalOf(Use(voucher.Code, 30m), caller: till)).ShouldBe("redemption.voucher-not-usable");
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-35"), Trait("Req", "RD-11")]
    public async Task Whoever_redeemed_a_coupon_does_not_approve_its_return()
    {
        var definition = await shop.DefinitionAsync(Worth(1m));
        var reward = (await shop.OfferAsync(
            Goods(100) with { Kind = RewardKind.Coupon, VoucherDefinition = definition }))[0];
        string[] rights = [RedemptionPermissions.RedeemRewards, RedemptionPermissions.ReturnOrders];
        var (one, two) = (Shop.Shop.Person("one", rights), Shop.Shop.Person("two", rights));
        var order = (await shop.TryDo(Order(reward, await shop.RichAsync(100)), caller: one)).Value.Order;

        (await shop.RefusalOf(new ReturnOrder.Input(order, "unwanted"), caller: one)).ShouldBe("redemption.second-person-needed");
        (await shop.TryDo(new ReturnOrder.Input(order, "unwanted"), caller: two)).Accepted.ShouldBeTrue();
    }

    private static People.Caller Guesser(params string[] more) =>
        Shop.Shop.Person("guesser " + Key(), [RedemptionPermissions.UseVouchers, .. more]);

    private static VerifyVoucher.Input Verify() => new() { StoreCode = "s1", Codes = [Unknown], Lines = [new(Yuan(10m))] };

    private static Collect.Input Collect() => new() { Key = Key(), StoreCode = "s1", Code = Unknown };
}
