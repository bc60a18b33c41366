using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using RetailMember.StoredValue.Value.Holds;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class HoldTestsOnSqlite(SqliteCards shop) : HoldTests(shop), IClassFixture<SqliteCards>;

public sealed class HoldTestsOnPostgres(PostgresCards shop) : HoldTests(shop), IClassFixture<PostgresCards>;

public abstract class HoldTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-17")]
    public async Task A_bill_below_the_hold_is_captured_and_the_rest_comes_back()
    {
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m));
        var hold = await shop.Do(Hold(600m, card));
        var held = await shop.ReadAsync(card.Id);
        held.Frozen.ShouldBe(Pockets(545.45m, 54.55m));
        (held.Available + held.Frozen).ShouldBe(Pockets(5_000m, 500m));

        var captured = await shop.Do(Capture(hold.Hold, 540m));

        (captured.State, captured.Captured).ShouldBe((HoldState.Captured, Yuan(540m)));
        var after = await shop.ReadAsync(card.Id);
        after.Frozen.TotalFen.ShouldBe(0);
        after.Available.ShouldBe(Pockets(4_509.10m, 450.90m));
    }

    [Fact, Trait("Req", "SV-17"), Trait("Req", "SV-13")]
    public async Task Journal_and_slip_of_a_capture_say_what_was_paid_and_apart_from_it_what_came_back()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var hold = (await shop.Do(Hold(100m, card))).Hold;
        await shop.Do(Capture(hold, 33.33m));

        var slip = (await shop.Do(new ReadSlips.Input(hold))).Lines.Single(l => l.Slip.Kind == CardMoveKind.Captured).Slip;
        (slip.Moved, slip.Released).ShouldBe((new(Yuan(-30.30m), Yuan(-3.03m), Yuan(-33.33m)), Yuan(66.67m)));
        (slip.PocketsBefore.Total, slip.PocketsAfter.Total).ShouldBe((Yuan(110m), Yuan(76.67m)));
        (slip.PocketsBefore.Principal + slip.Moved.Principal).ShouldBe(slip.PocketsAfter.Principal);
        var moves = (await shop.Do(new ReadCard.Input(card.Id))).Moves;
        moves.Take(2).Select(m => (m.Kind, m.Moved.Total, m.Released, m.PocketsAfter.Total)).ShouldBe(
        [
            (CardMoveKind.Captured, Yuan(-33.33m), Yuan(66.67m), Yuan(76.67m)),
            (CardMoveKind.Held, Yuan(-100m), Yuan(0m), Yuan(10m)),
        ]);

        var whole = (await shop.Do(Hold(20m, card))).Hold;
        await shop.Do(Capture(whole, 20m));
        (await shop.Do(new ReadCard.Input(card.Id))).Moves[0].ShouldSatisfyAllConditions(
            m => m.Moved.Total.ShouldBe(Yuan(-20m)), m => m.Released.ShouldBe(Yuan(0m)), m => m.PocketsAfter.Total.ShouldBe(Yuan(56.67m)));
    }

    [Fact, Trait("Req", "SV-17"), Trait("Req", "SV-15")]
    public async Task What_was_captured_is_refunded_like_a_charge()
    {
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m));
        await shop.LoadAsync(card.Id, Pockets(5_000m, 700m));
        var hold = await shop.Do(Hold(6_000m, card));
        await shop.Do(Capture(hold.Hold, 5_700m));

        await shop.Do(Refund(hold.Hold, 0.01m));
        await shop.Do(Refund(hold.Hold, 5_699.99m));

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(10_000m, 1_200m));
        (await shop.RefusalOf(Refund(hold.Hold, 0.01m))).ShouldBe("storedvalue.over-refund");
    }

    [Fact, Trait("Req", "SV-17")]
    public async Task What_is_held_cannot_be_spent_and_comes_back_when_it_is_released()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var hold = await shop.Do(Hold(60m, card));
        (await shop.RefusalOf(Charge(50.01m, card))).ShouldBe("storedvalue.card-short");
        (await shop.RefusalOf(Capture(hold.Hold, 60.01m))).ShouldBe("storedvalue.above-hold");

        await shop.Do(Release(hold.Hold));

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(100m, 10m));
        (await shop.RefusalOf(Capture(hold.Hold, 1m))).ShouldBe("storedvalue.hold-ended");
        (await shop.RefusalOf(Release(hold.Hold))).ShouldBe("storedvalue.hold-ended");
        (await shop.RefusalOf(Release(hold.Hold), CardShop.Tea)).ShouldBe("storedvalue.hold-not-found");
    }

    [Fact, Trait("Req", "SV-17")]
    public async Task A_hold_that_is_over_is_not_captured_and_given_back_by_itself()
    {
        shop.Clock.Set("2026-03-02", "12:00:00");
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var hold = await shop.Do(Hold(60m, card));
        shop.Clock.Set("2026-03-03", "12:00:00");
        (await shop.RefusalOf(Capture(hold.Hold, 60m))).ShouldBe("storedvalue.hold-expired");

        await shop.Do(new ExpireHolds.Input());

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(100m, 10m));
        (await shop.RefusalOf(Capture(hold.Hold, 60m))).ShouldBe("storedvalue.hold-expired");
        (await shop.Do(new ReadCard.Input(card.Id))).Moves[0].Kind.ShouldBe(CardMoveKind.HoldExpired);
        shop.Clock.Set("2026-03-02", "12:00:00");
    }

    [Fact, Trait("Req", "SV-17"), Trait("Req", "SV-11")]
    public async Task What_is_held_pays_for_the_goods_and_at_the_stores_that_the_card_pays_for()
    {
        var card = await shop.CardAsync(Plain with { Categories = ["tea"], Stores = ["s1"] }, Pockets(0, 100m));
        await shop.LoadAsync(card.Id, Pockets(50m, 0), o => o with { Categories = [] });
        var hold = (await shop.Do(Hold(120m, card) with { Lines = [new(Yuan(120m), "tea")] })).Hold;

        (await shop.RefusalOf(Capture(hold, 60m))).ShouldBe("storedvalue.card-not-for-this", "20 of it are for all goods");
        (await shop.RefusalOf(Capture(hold, 60m) with { Lines = [new(Yuan(35m), "tea"), new(Yuan(25m), "food")] }))
            .ShouldBe("storedvalue.card-not-for-this");
        (await shop.RefusalOf(Capture(hold, 60m) with { Lines = [new(Yuan(50m), "tea")] })).ShouldBe("storedvalue.lines-do-not-add-up");
        (await shop.RefusalOf(Capture(hold, 60m) with { StoreCode = "s2", Lines = [new(Yuan(60m), "tea")] }))
            .ShouldBe("storedvalue.card-not-for-this");

        await shop.Do(Capture(hold, 60m) with { Lines = [new(Yuan(60m), "tea")] });

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(50m, 40m), "what pays for tea alone has paid");
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-17")]
    public async Task A_hold_ends_with_the_last_day_of_what_it_keeps()
    {
        shop.Clock.Set("2026-03-02", "20:00:00");
        var card = await shop.CardAsync(Plain, Pockets(0, 0));
        await shop.LoadAsync(card.Id, Pockets(100m, 0), o => o with { ExpiresOn = new DateOnly(2026, 3, 2) });

        var hold = await shop.Do(Hold(60m, card));

        hold.ExpiresAt.ShouldBe(new DateTime(2026, 3, 2, 16, 0, 0, DateTimeKind.Utc));
        shop.Clock.Set("2026-03-02", "12:00:00");
    }
}
