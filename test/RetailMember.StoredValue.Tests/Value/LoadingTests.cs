using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class LoadingTestsOnSqlite(SqliteCards shop) : LoadingTests(shop), IClassFixture<SqliteCards>;

public sealed class LoadingTestsOnPostgres(PostgresCards shop) : LoadingTests(shop), IClassFixture<PostgresCards>;

public abstract class LoadingTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-14")]
    public async Task A_load_fills_both_pockets()
    {
        var card = await shop.CardAsync(Restaurant, Pockets(5_000m, 500m));

        var read = await shop.ReadAsync(card.Id);

        read.Available.ShouldBe(Pockets(5_000m, 500m));
        read.Moves.ShouldBe(2);
    }

    [Theory, Trait("Req", "RS-01")]
    [InlineData(4_999_99, "storedvalue.below-minimum-load")]
    [InlineData(10_000_01, "storedvalue.above-maximum-balance")]
    public async Task A_load_outside_of_the_terms_is_refused(long fen, string code)
    {
        var card = await shop.CardAsync(Restaurant with { MaximumBalance = Yuan(10_000m) }, Pockets(0, 0));

        var no = await Should.ThrowAsync<Refusal>(() => shop.LoadAsync(card.Id, new(fen, 0)));

        no.Code.ShouldBe(code);
    }

    [Fact, Trait("Req", "SV-01")]
    public async Task The_same_key_loads_once_also_from_twenty_sides()
    {
        var card = await shop.CardAsync(Plain, Pockets(0, 0));
        var key = Key();

        var loads = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            shop.LoadAsync(card.Id, Pockets(100m, 10m), o => o with { Key = key })));

        loads.Select(l => l.Id).Distinct().Count().ShouldBe(1);
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(100m, 10m));
        var no = await Should.ThrowAsync<Refusal>(() =>
            shop.LoadAsync(card.Id, Pockets(100m, 11m), o => o with { Key = key }));
        no.Code.ShouldBe("storedvalue.load-key-reused");
    }

    [Fact]
    public async Task A_card_that_takes_no_further_load_refuses_the_second()
    {
        var card = await shop.CardAsync(Plain with { MayBeRecharged = false }, Pockets(10m, 0));

        (await Should.ThrowAsync<Refusal>(() => shop.LoadAsync(card.Id, Pockets(10m, 0)))).Code
            .ShouldBe("storedvalue.card-not-rechargeable");
    }

    [Fact, Trait("Req", "SV-03")]
    public async Task The_card_remembers_who_brought_the_last_load_that_named_somebody()
    {
        var card = await shop.CardAsync(Plain, Pockets(0, 0));
        var seller = Guid.CreateVersion7();
        await shop.LoadAsync(card.Id, Pockets(10m, 0), o => o with { Seller = seller });

        await shop.LoadAsync(card.Id, Pockets(10m, 0));

        (await shop.ReadAsync(card.Id)).LastSellerId.ShouldBe(seller);
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Another_brand_cannot_load_it()
    {
        var card = await shop.CardAsync(Plain, Pockets(0, 0));

        (await Should.ThrowAsync<Refusal>(() => shop.LoadAsync(card.Id, Pockets(10m, 0), brand: CardShop.Tea))).Code
            .ShouldBe("storedvalue.card-not-found");
    }
}
