using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class RefundTestsOnSqlite(SqliteCards shop) : RefundTests(shop), IClassFixture<SqliteCards>;

public sealed class RefundTestsOnPostgres(PostgresCards shop) : RefundTests(shop), IClassFixture<PostgresCards>;

public abstract class RefundTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-15")]
    public async Task A_refund_returns_in_the_recorded_proportion_and_never_more_than_was_paid()
    {
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m));
        var bill = (await shop.Do(Charge(880m, card))).Bill;

        var slip = (await shop.Do(Refund(bill, 220m))).Slips.Single();

        (slip.Moved.Principal, slip.Moved.Bonus).ShouldBe((Yuan(200m), Yuan(20m)));
        (slip.PocketsAfter.Principal, slip.PocketsAfter.Bonus).ShouldBe((Yuan(4_400m), Yuan(440m)));
        (await shop.RefusalOf(Refund(bill, 700m))).ShouldBe("storedvalue.over-refund");
        await shop.Do(Refund(bill, 660m));
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(5_000m, 500m));
    }

    [Fact, Trait("Req", "SV-15")]
    public async Task Refunds_fen_by_fen_restore_every_load_of_every_card_exactly()
    {
        var one = await shop.CardAsync(Plain, Pockets(0.03m, 0.02m));
        await shop.LoadAsync(one.Id, Pockets(0.01m, 0.03m));
        var two = await shop.CardAsync(Plain, Pockets(0.05m, 0.01m));
        var bill = (await shop.Do(Charge(0.12m, one, two))).Bill;

        for (var i = 0; i < 12; i++) await shop.Do(Refund(bill, 0.01m));

        (await shop.ReadAsync(one.Id)).Available.ShouldBe(Pockets(0.04m, 0.05m));
        (await shop.ReadAsync(two.Id)).Available.ShouldBe(Pockets(0.05m, 0.01m));
        (await shop.RefusalOf(Refund(bill, 0.01m))).ShouldBe("storedvalue.over-refund");
    }

    [Fact, Trait("Req", "SV-15")]
    public async Task What_comes_back_to_an_expired_load_can_be_used_for_a_while()
    {
        shop.Clock.Set("2026-03-02");
        var card = await shop.CardAsync(Plain with { ValidityMonths = 1 }, Pockets(100m, 0));
        var bill = (await shop.Do(Charge(40m, card))).Bill;
        shop.Clock.Set("2026-05-01");

        await shop.Do(Refund(bill, 40m));

        await shop.Do(Charge(40m, card));
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "SV-15")]
    public async Task Another_brand_gives_nothing_back()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var bill = (await shop.Do(Charge(40m, card))).Bill;

        (await shop.RefusalOf(Refund(bill, 40m), CardShop.Tea)).ShouldBe("storedvalue.charge-not-found");
        (await shop.RefusalOf(Refund(Guid.CreateVersion7(), 40m))).ShouldBe("storedvalue.charge-not-found");
    }
}
