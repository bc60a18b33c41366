using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value.Holds;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class RaceTestsOnSqlite(SqliteCards shop) : RaceTests(shop), IClassFixture<SqliteCards>;

public sealed class RaceTestsOnPostgres(PostgresCards shop) : RaceTests(shop), IClassFixture<PostgresCards>;

[Trait("Yardstick", "R3")]
public abstract class RaceTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-14")]
    public async Task Twenty_tills_never_take_more_than_a_card_holds()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TryDo(
            Charge(30m, card), caller: CardShop.Person($"till {i}", StoredValuePermissions.ChargeCards))));

        outcomes.Count(o => o.Accepted).ShouldBe(3);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "storedvalue.card-short");
        (await shop.ReadAsync(card.Id)).Available.TotalFen.ShouldBe(20_00);
    }

    [Fact, Trait("Req", "SV-14")]
    public async Task One_receipt_sent_twenty_times_is_paid_once()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var charge = Charge(30m, card);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(charge)));

        outcomes.ShouldAllBe(o => o.Accepted);
        outcomes.Select(o => o.Value.Bill).Distinct().Count().ShouldBe(1);
        (await shop.ReadAsync(card.Id)).Available.TotalFen.ShouldBe(80_00);
        (await shop.RefusalOf(charge with { Amount = Yuan(31m) })).ShouldBe("key.reused");
    }

    [Fact, Trait("Req", "SV-18")]
    public async Task Bills_that_name_the_same_cards_crosswise_all_get_through()
    {
        var (one, two) = (await shop.CardAsync(Plain, Pockets(100m, 0)), await shop.CardAsync(Plain, Pockets(100m, 0)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TryDo(
            (i % 2 == 0 ? Charge(10m, one, two) : Charge(10m, two, one)) with { InOrderGiven = true })));

        outcomes.ShouldAllBe(o => o.Accepted);
        (await shop.ReadAsync(one.Id)).Available.TotalFen.ShouldBe(0);
        (await shop.ReadAsync(two.Id)).Available.TotalFen.ShouldBe(0);
    }

    [Fact, Trait("Req", "SV-15")]
    public async Task Twenty_refunds_never_give_back_more_than_was_paid_while_tills_charge()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var bill = (await shop.Do(Charge(100m, card))).Bill;

        var refunds = Enumerable.Range(0, 20).Select(_ => shop.TryDo(Refund(bill, 15m))).ToArray();
        var charges = Enumerable.Range(0, 20).Select(_ => shop.TryDo(Charge(20m, card))).ToArray();
        await Task.WhenAll([.. refunds, .. charges]);

        var given = refunds.Count(r => r.Result.Accepted);
        var paid = charges.Count(r => r.Result.Accepted);
        given.ShouldBe(6);
        (await shop.ReadAsync(card.Id)).Available.TotalFen.ShouldBe(10_00 + (given * 15_00) - (paid * 20_00));
    }

    [Fact, Trait("Req", "SV-17")]
    public async Task A_hold_ends_once_however_many_capture_and_release_it()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var hold = (await shop.Do(Hold(60m, card))).Hold;

        var captures = Enumerable.Range(0, 10).Select(_ => shop.TryDo(Capture(hold, 50m))).ToArray();
        var releases = Enumerable.Range(0, 10).Select(_ => shop.TryDo(Release(hold))).ToArray();
        await Task.WhenAll([.. captures, .. releases]);

        (captures.Count(c => c.Result.Accepted) + releases.Count(r => r.Result.Accepted)).ShouldBe(1);
        var left = captures.Any(c => c.Result.Accepted) ? 60_00 : 110_00;
        var read = await shop.ReadAsync(card.Id);
        (read.Available.TotalFen, read.Frozen.TotalFen).ShouldBe((left, 0));
    }

    [Fact, Trait("Req", "SV-17")]
    public async Task A_hold_that_expires_while_it_is_captured_pays_or_comes_back_never_both()
    {
        shop.Clock.Set("2026-03-02", "12:00:00");
        var card = await shop.CardAsync(Plain, Pockets(1_000m, 0));
        Guid[] holds = [.. (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.Do(Hold(60m, card))))).Select(h => h.Hold)];
        shop.Clock.Set("2026-03-03", "11:59:59");

        var captures = holds.Select(h => shop.TryDo(Capture(h, 60m))).ToArray();
        shop.Clock.Set("2026-03-03", "12:00:00");
        var expiry = shop.TryDo(new ExpireHolds.Input());
        await Task.WhenAll([.. captures, expiry]);
        await shop.Do(new ExpireHolds.Input());

        var paid = captures.Count(c => c.Result.Accepted);
        var read = await shop.ReadAsync(card.Id);
        (read.Available.TotalFen, read.Frozen.TotalFen).ShouldBe((1_000_00 - (paid * 60_00), 0));
        shop.Clock.Set("2026-03-02", "12:00:00");
    }

    [Fact, Trait("Req", "SV-17")]
    public async Task Holds_and_charges_at_once_never_promise_the_same_fen_twice()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
            i % 2 == 0 ? (await shop.TryDo(Hold(30m, card))).Accepted : (await shop.TryDo(Charge(30m, card))).Accepted));

        outcomes.Count(accepted => accepted).ShouldBe(3);
        var read = await shop.ReadAsync(card.Id);
        read.Available.TotalFen.ShouldBe(10_00);
        read.State.ShouldBe(CardState.Active);
    }
}
