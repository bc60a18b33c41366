using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using RetailMember.StoredValue.Value.Holds;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class RaiseTestsOnSqlite(SqliteCards shop) : RaiseTests(shop), IClassFixture<SqliteCards>;

public sealed class RaiseTestsOnPostgres(PostgresCards shop) : RaiseTests(shop), IClassFixture<PostgresCards>;

/// <summary>A hold that grows with its bill.</summary>
[Trait("Req", "SV-17")]
public abstract class RaiseTests(CardShop shop)
{
    private CallContext AtStore => new(Caller.House("test"), Channel.Api)
    {
        Brand = CardShop.Hotel, Store = shop.Brands.FindStore(CardShop.Hotel.Id, "s1"), At = shop.Clock.GetUtcNow().UtcDateTime,
    };

    [Fact, Trait("Req", "SV-13"), Trait("Req", "SV-15")]
    public async Task A_hold_that_was_raised_pays_as_one_with_one_slip_and_is_refunded_as_one()
    {
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m));
        var hold = (await shop.Do(Hold(600m, card))).Hold;
        await shop.Do(Raise(hold, 300m));
        var raised = await shop.Do(Raise(hold, 200m));
        (raised.Hold, raised.Held, raised.Available.Total).ShouldBe((hold, Yuan(1_100m), Yuan(4_400m)));
        (await shop.Do(new ReadCard.Input(card.Id))).OpenHolds.ShouldHaveSingleItem().Held.ShouldBe(Yuan(1_100m));
        (await shop.RefusalOf(new ReadSlips.Input(hold))).ShouldBe("storedvalue.charge-not-found", "nothing is paid yet");
        (await shop.RefusalOf(Capture(hold, 1_100.01m))).ShouldBe("storedvalue.above-hold");
        (await shop.FaultsAsync()).ShouldBeEmpty();

        await shop.Do(Capture(hold, 1_045m));

        var after = await shop.ReadAsync(card.Id);
        (after.Available, after.Frozen.TotalFen).ShouldBe((Pockets(4_050m, 405m), 0), "as one hold of 1,100 would pay");
        var slip = (await shop.Do(new ReadSlips.Input(hold))).Lines.ShouldHaveSingleItem().Slip;
        (slip.Kind, slip.Moved.Total, slip.Released).ShouldBe((CardMoveKind.Captured, Yuan(-1_045m), Yuan(55m)));
        (await shop.RefusalOf(Raise(hold, 1m))).ShouldBe("storedvalue.hold-ended");

        await shop.Do(Refund(hold, 0.01m));
        await shop.Do(Refund(hold, 1_044.99m));
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(5_000m, 500m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_raised_comes_back_as_a_whole()
    {
        shop.Clock.Set("2026-03-02", "12:00:00");
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        await shop.LoadAsync(card.Id, Pockets(50m, 0));
        var released = (await shop.Do(Hold(100m, card))).Hold;
        await shop.Do(Raise(released, 60m));
        await shop.Do(Release(released));
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(150m, 10m));

        var forgotten = (await shop.Do(Hold(10m, card))).Hold;
        await shop.Do(Raise(forgotten, 100m));
        shop.Clock.Set("2026-03-03", "12:00:00");
        (await shop.RefusalOf(Raise(forgotten, 1m))).ShouldBe("storedvalue.hold-expired");
        await shop.Do(new ExpireHolds.Input());

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(150m, 10m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
        shop.Clock.Set("2026-03-02", "12:00:00");
    }

    [Fact]
    public async Task Raised_it_lasts_anew_but_not_longer_than_what_it_keeps()
    {
        shop.Clock.Set("2026-03-02", "10:00:00");
        var card = await shop.CardAsync(Plain, Pockets(0, 0));
        await shop.LoadAsync(card.Id, Pockets(60m, 0), o => o with { ExpiresOn = new DateOnly(2026, 3, 4) });
        var hold = await shop.Do(Hold(20m, card));
        shop.Clock.Set("2026-03-02", "20:00:00");
        (await shop.Do(Raise(hold.Hold, 20m))).ExpiresAt.ShouldBe(hold.ExpiresAt.AddHours(10));
        shop.Clock.Set("2026-03-03", "19:00:00");

        (await shop.Do(Raise(hold.Hold, 10m))).ExpiresAt.ShouldBe(shop.Clock.GetUtcNow().UtcDateTime.AddHours(24));
        shop.Clock.Set("2026-03-04", "18:00:00");

        var last = await shop.Do(Raise(hold.Hold, 10m));

        last.ExpiresAt.ShouldBe(new DateTime(2026, 3, 4, 16, 0, 0, DateTimeKind.Utc));
        shop.Clock.Set("2026-03-02", "12:00:00");
    }

    [Fact]
    public async Task More_than_the_card_has_or_once_it_is_blocked_nothing_is_added_and_the_same_key_adds_once()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var hold = (await shop.Do(Hold(60m, card))).Hold;
        (await shop.RefusalOf(Raise(hold, 40.01m))).ShouldBe("storedvalue.card-short");
        (await shop.RefusalOf(Raise(hold, 1m), CardShop.Tea)).ShouldBe("storedvalue.hold-not-found");

        var once = Raise(hold, 15m);
        await shop.Do(once);
        await shop.Do(once);
        (await shop.ReadAsync(card.Id)).Frozen.ShouldBe(Pockets(75m, 0));

        await shop.Do(new BlockCard.Input(card.Id, BlockReason.Request, "test"));
        (await shop.RefusalOf(Raise(hold, 1m))).ShouldBe("storedvalue.card-blocked");
    }

    [Fact]
    public async Task Twenty_who_raise_at_once_never_get_more_than_the_card_has()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var hold = (await shop.Do(Hold(10m, card))).Hold;

        var outcomes = await AtOnce.RunAsync([.. Enumerable.Range(0, 20).Select(_ =>
            (Func<Task<bool>>)(async () => (await shop.TryDo(Raise(hold, 15m))).Accepted))]);

        outcomes.Count(accepted => accepted).ShouldBe(6);
        (await shop.ReadAsync(card.Id)).Available.TotalFen.ShouldBe(10_00);
        await shop.Do(Capture(hold, 100m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_bill_needs_is_kept_whatever_became_of_its_hold()
    {
        shop.Clock.Set("2026-03-02", "12:00:00");
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var hold = (await shop.Do(Hold(60m, card))).Hold;
        (await KeepAsync(hold, 40m)).ShouldSatisfyAllConditions(h => h.Hold.ShouldBe(hold), h => h.Fen.ShouldBe(60_00));
        (await KeepAsync(hold, 70m)).ShouldSatisfyAllConditions(h => h.Hold.ShouldBe(hold), h => h.Fen.ShouldBe(70_00));

        shop.Clock.Set("2026-03-03", "12:00:00");
        var anew = await KeepAsync(hold, 80m);
        (anew.Hold == hold, anew.Fen).ShouldBe((false, 80_00L));
        (await shop.ReadAsync(card.Id)).Frozen.ShouldBe(Pockets(80m, 0), "the first hold was given back");
        await shop.Do(Release(anew.Hold));
        var third = await KeepAsync(anew.Hold, 90m);
        (await Should.ThrowAsync<Refusal>(KeepAsync(third.Hold, 100.01m))).Code.ShouldBe("storedvalue.card-short");

        await shop.Do(Capture(third.Hold, 90m));
        (await Should.ThrowAsync<Refusal>(KeepAsync(third.Hold, 5m))).Code.ShouldBe("storedvalue.hold-ended");
        (await shop.FaultsAsync()).ShouldBeEmpty();
        shop.Clock.Set("2026-03-02", "12:00:00");
    }

    private Task<HeldAmount> KeepAsync(Guid hold, decimal yuan) => shop.InTables(scope =>
        scope.GetRequiredService<ICardHolds>().KeepAsync(hold, Yuan(yuan).Fen, AtStore, CancellationToken.None));
}
