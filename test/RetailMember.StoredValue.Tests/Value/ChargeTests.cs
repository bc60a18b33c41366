using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value.Charges;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class ChargeTestsOnSqlite(SqliteCards shop) : ChargeTests(shop), IClassFixture<SqliteCards>;

public sealed class ChargeTestsOnPostgres(PostgresCards shop) : ChargeTests(shop), IClassFixture<PostgresCards>;

public abstract class ChargeTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-14")]
    public async Task A_spend_takes_from_both_pockets_and_the_slip_says_so()
    {
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m));

        var slip = (await shop.Do(Charge(880m, card))).Slips.Single();

        (slip.Moved.Principal, slip.Moved.Bonus).ShouldBe((Yuan(-800m), Yuan(-80m)));
        (slip.PocketsBefore.Total, slip.PocketsAfter.Principal, slip.PocketsAfter.Bonus).ShouldBe((Yuan(5_500m), Yuan(4_200m), Yuan(420m)));
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(4_200m, 420m));
    }

    [Fact, Trait("Req", "SV-14")]
    public async Task What_expires_first_goes_first_and_the_last_spend_drains_both_pockets()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        await shop.LoadAsync(card.Id, Pockets(50m, 50m), o => o with { ExpiresOn = new DateOnly(2026, 4, 1) });

        var slip = (await shop.Do(Charge(150m, card))).Slips.Single();

        // The dated load goes whole; 50 of the other split 110 as 45.45 and 4.55.
        (slip.Moved.Principal, slip.Moved.Bonus).ShouldBe((Yuan(-95.45m), Yuan(-54.55m)));
        (await shop.Do(Charge(60m, card))).Slips.Single().PocketsAfter.Total.ShouldBe(Yuan(0m));
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(0, 0));
    }

    [Fact, Trait("Req", "SV-14")]
    public async Task More_than_is_there_is_refused_and_takes_nothing()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));

        (await shop.RefusalOf(Charge(110.01m, card))).ShouldBe("storedvalue.card-short");

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(100m, 10m));
    }

    [Fact, Trait("Req", "SV-18")]
    public async Task Several_cards_pay_what_is_needed_the_smallest_first()
    {
        var (large, small) = (await shop.CardAsync(Plain, Pockets(300m, 0)), await shop.CardAsync(Plain, Pockets(80m, 0)));

        var charged = await shop.Do(Charge(100m, large, small));

        charged.Slips.Select(s => s.Moved.Total).ShouldBe([Yuan(-80m), Yuan(-20m)]);
        (await shop.ReadAsync(large.Id)).Available.ShouldBe(Pockets(280m, 0));
    }

    [Fact, Trait("Req", "SV-18")]
    public async Task The_order_given_counts_where_the_till_says_so_and_what_is_not_needed_stays()
    {
        var (large, small) = (await shop.CardAsync(Plain, Pockets(300m, 0)), await shop.CardAsync(Plain, Pockets(80m, 0)));

        var charged = await shop.Do(Charge(100m, large, small) with { InOrderGiven = true });

        charged.Slips.Single().Card.ShouldBe(large.Id);
        (await shop.ReadAsync(small.Id)).Available.ShouldBe(Pockets(80m, 0));
    }

    [Fact, Trait("Req", "SV-18")]
    public async Task A_card_that_expires_first_goes_before_a_smaller_one()
    {
        var small = await shop.CardAsync(Plain, Pockets(80m, 0));
        var dated = await shop.CardAsync(Plain with { ValidityMonths = 1 }, Pockets(300m, 0));

        (await shop.Do(Charge(100m, small, dated))).Slips.Single().Card.ShouldBe(dated.Id);
    }

    [Fact, Trait("Req", "SV-18"), Trait("Req", "SV-11")]
    public async Task Cards_for_all_goods_step_back_from_what_others_can_pay_where_only_so_all_is_paid()
    {
        var any = await shop.CardAsync(Plain, Pockets(50m, 0));
        var tea = await shop.CardAsync(Plain with { Categories = ["tea"] }, Pockets(60m, 0));
        var bill = Charge(110m, any, tea) with { InOrderGiven = true, Lines = [new(Yuan(60m), "tea"), new(Yuan(50m), "food")] };

        (await shop.RefusalOf(bill with { Amount = Yuan(111m), Lines = [new(Yuan(60m), "tea"), new(Yuan(51m), "food")] }))
            .ShouldBe("storedvalue.card-short");
        (await shop.RefusalOf(bill with { Lines = [new(Yuan(59m), "tea"), new(Yuan(51m), "food")] }))
            .ShouldBe("storedvalue.card-not-for-this");
        var charged = await shop.Do(bill);

        charged.Slips.Select(s => (s.Card, s.Moved.Total)).ShouldBe([(any.Id, Yuan(-50m)), (tea.Id, Yuan(-60m))]);
    }

    [Fact, Trait("Req", "SV-18")]
    public async Task Three_cards_for_overlapping_goods_pay_what_they_can_pay_together_and_the_first_pays_most()
    {
        var one = await shop.CardAsync(Plain with { Categories = ["tea", "food"] }, Pockets(30m, 0));
        var two = await shop.CardAsync(Plain with { Categories = ["food", "wine"] }, Pockets(30m, 0));
        var three = await shop.CardAsync(Plain with { Categories = ["wine", "tea"] }, Pockets(30m, 0));
        var bill = Charge(70m, one, two, three) with
        {
            InOrderGiven = true, Lines = [new(Yuan(10m), "tea"), new(Yuan(20m), "food"), new(Yuan(40m), "wine")],
        };

        (await shop.Do(bill)).Slips.Select(s => s.Moved.Total).ShouldBe([Yuan(-30m), Yuan(-30m), Yuan(-10m)]);
    }

    [Fact, Trait("Req", "SV-18")]
    public async Task Too_little_on_all_cards_takes_nothing_of_any_of_them()
    {
        var (one, two) = (await shop.CardAsync(Plain, Pockets(30m, 0)), await shop.CardAsync(Plain, Pockets(20m, 0)));

        (await shop.RefusalOf(Charge(50.01m, one, two))).ShouldBe("storedvalue.card-short");
        (await shop.RefusalOf(Charge(40m, one, one))).ShouldBe("storedvalue.card-twice");

        (await shop.ReadAsync(one.Id)).Available.ShouldBe(Pockets(30m, 0));
    }

    [Fact, Trait("Req", "SV-11")]
    public async Task Value_for_certain_goods_pays_for_nothing_else()
    {
        var card = await shop.CardAsync(Plain with { Categories = ["tea"] }, Pockets(0, 200m));
        var tea = Charge(80m, card) with { Lines = [new(Yuan(80m), "tea")] };

        (await shop.Do(tea)).Slips.Single().PocketsAfter.Total.ShouldBe(Yuan(120m));

        (await shop.RefusalOf(Charge(50m, card) with { Lines = [new(Yuan(50m), "souvenir")] }))
            .ShouldBe("storedvalue.card-not-for-this");
        (await shop.RefusalOf(Charge(50m, card))).ShouldBe("storedvalue.card-not-for-this");
        (await shop.RefusalOf(Charge(50m, card) with { Lines = [new(Yuan(40m), "tea")] }))
            .ShouldBe("storedvalue.lines-do-not-add-up");
    }

    [Fact, Trait("Req", "RS-08")]
    public async Task It_pays_only_at_the_stores_of_its_terms_and_never_in_another_brand()
    {
        var card = await shop.CardAsync(Plain with { Stores = ["s2"] }, Pockets(100m, 0));

        (await shop.RefusalOf(Charge(10m, card))).ShouldBe("storedvalue.card-not-for-this");
        (await shop.RefusalOf(Charge(10m, card), CardShop.Tea)).ShouldBe("storedvalue.card-not-usable");

        (await shop.Do(Charge(10m, card) with { StoreCode = "s2" })).Paid.ShouldBe(Yuan(10m));
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task After_its_last_day_a_load_pays_nothing()
    {
        shop.Clock.Set("2026-03-02");
        var card = await shop.CardAsync(Plain with { ValidityMonths = 12 }, Pockets(100m, 0));
        shop.Clock.Set("2027-03-01", "23:59:59");
        await shop.Do(Charge(10m, card));
        shop.Clock.Set("2027-03-02", "00:00:00");

        (await shop.RefusalOf(Charge(10m, card))).ShouldBe("storedvalue.card-short");

        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "SV-13")]
    public async Task Who_shows_a_card_is_told_what_is_on_it_and_guesses_are_counted()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var till = CardShop.Person(Key(), StoredValuePermissions.ChargeCards);
        var spaced = string.Join(' ', card.Number.Chunk(4).Select(c => new string(c)));
        (await shop.Do(new LookUpCard.Input(spaced), caller: till)).Available.Total.ShouldBe(Yuan(110m));

        for (var i = 0; i < MembersInMemory.MostGuesses; i++)
            (await shop.TryDo(new LookUpCard.Input(CardNumbers.Draw()), caller: till)).Refusal!.Code.ShouldBe(CardRefusals.NotUsable);

        (await shop.RefusalOf(new LookUpCard.Input(card.Number), caller: till)).ShouldBe("membership.too-many-look-ups");
        (await shop.RefusalOf(Charge(1m, card), caller: till)).ShouldBe("membership.too-many-look-ups");
        (await shop.RefusalOf(Hold(1m, card), caller: till)).ShouldBe("membership.too-many-look-ups");
    }

    [Fact, Trait("Req", "SV-13")]
    public async Task The_holder_is_told_what_his_card_has_paid()
    {
        var holder = shop.Members.Add();
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m), holder.Id);
        var bill = (await shop.Do(Charge(880m, card))).Bill;
        await shop.Do(Refund(bill, 220m));

        var told = shop.Outbox.Told.OfType<CardMoved>().Where(m => m.CardId == card.Id).ToList();

        told.Select(m => (m.MemberId, m.Movement, m.PrincipalFen, m.BonusFen, m.LeftFen)).ShouldBe(
        [
            (holder.Id, CardMovement.Paid, -800_00, -80_00, 4_620_00),
            (holder.Id, CardMovement.Refunded, 200_00, 20_00, 4_840_00),
        ]);
    }

    [Fact, Trait("Req", "SV-13")]
    public async Task The_history_tells_every_move_with_what_was_there_after_it()
    {
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m));
        await shop.Do(Charge(880m, card));

        var file = await shop.Do(new ReadCard.Input(card.Id));

        file.Moves.Select(m => (m.No, m.Kind, m.PocketsAfter.Total)).ShouldBe(
        [
            (3, CardMoveKind.Charged, Yuan(4_620m)), (2, CardMoveKind.Loaded, Yuan(5_500m)), (1, CardMoveKind.Issued, Yuan(0m)),
        ]);
        file.Balance.Available.Principal.ShouldBe(Yuan(4_200m));
    }
}
