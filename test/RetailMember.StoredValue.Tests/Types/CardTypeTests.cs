using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Types;

public sealed class CardTypeTests(SqliteCards shop) : IClassFixture<SqliteCards>
{
    [Theory, Trait("Req", "RS-02"), Trait("Req", "RS-03")]
    [InlineData(5_000_00, 500_00)]
    [InlineData(20_000_00, 2_000_00)]
    [InlineData(49_999_99, 5_000_00)]
    [InlineData(50_000_00, 5_000_00)]
    [InlineData(80_000_00, 8_000_00)]
    [InlineData(4_999_99, 0)]
    public void A_band_gives_its_share_rounded_to_the_fen(long loadFen, long bonusFen) =>
        Restaurant.BonusOf(loadFen).ShouldBe(bonusFen);

    [Fact, Trait("Req", "RS-03")]
    public void More_than_the_rate_may_be_approved_in_the_upper_band_alone()
    {
        Restaurant.BandOf(49_999_99)!.MayFloat.ShouldBeFalse();
        Restaurant.BandOf(50_000_00)!.MayFloat.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 100, 200, 300)]
    [InlineData(0, 200, 100, 300)]
    public async Task Bands_with_a_gap_or_an_overlap_are_refused(int from, int to, int next, int end)
    {
        var terms = Plain with { Bands = [new(Yuan(from), Yuan(to), 10), new(Yuan(next), Yuan(end), 20)] };

        (await shop.RefusalOf(new EditCardType.Input("gap", terms))).ShouldBe("storedvalue.bands-gap-or-overlap");
    }

    [Fact]
    public async Task A_negative_bonus_an_empty_band_and_a_minimum_of_nothing_are_refused()
    {
        (await shop.RefusalOf(new EditCardType.Input("bad", Plain with { Bands = [new(Yuan(0), null, -1)] })))
            .ShouldBe("field.inclusive-between");
        (await shop.RefusalOf(new EditCardType.Input("bad", Plain with { Bands = [new(Yuan(5), Yuan(5), 1)] })))
            .ShouldBe("storedvalue.band-empty");
        (await shop.RefusalOf(new EditCardType.Input("bad", Plain with { MinimumLoad = Yuan(0) })))
            .ShouldBe("storedvalue.amount-not-positive");
    }

    [Fact]
    public async Task A_type_counts_only_once_its_examples_come_true()
    {
        var code = "t" + Key();
        await shop.Do(new EditCardType.Input(code, Restaurant with { Examples = [] }));
        (await shop.RefusalOf(new ActivateCardType.Input(code))).ShouldBe("storedvalue.examples-missing");
        CardTypeExample spend = new("消费880", Yuan(5_000m), Yuan(880m), CardTypeExampleResult.Of(Pockets(4_200m, 421m)));
        await shop.Do(new EditCardType.Input(code, Restaurant with { Examples = [spend] }));
        (await shop.RefusalOf(new ActivateCardType.Input(code))).ShouldBe("storedvalue.examples-fail");
        spend = spend with { Expected = CardTypeExampleResult.Of(Pockets(4_200m, 420m)) };
        await shop.Do(new EditCardType.Input(code, Restaurant with { Examples = [spend] }));

        (await shop.Do(new ActivateCardType.Input(code))).InForce.ShouldBeTrue();

        (await shop.RefusalOf(new ActivateCardType.Input(code))).ShouldBe("storedvalue.no-draft");
    }

    [Fact]
    public async Task What_is_in_force_stays_until_the_next_version_begins()
    {
        shop.Clock.Set("2026-03-02");
        var code = await shop.TypeAsync(Restaurant);
        await shop.Do(new EditCardType.Input(code, Plain));
        (await shop.Do(new ReadCardType.Input(code))).View.Terms.MinimumLoad.ShouldBe(Yuan(5_000m));
        await shop.Do(new ActivateCardType.Input(code, new DateTime(2026, 3, 3)));
        (await shop.Do(new ReadCardType.Input(code))).View.Version.ShouldBe(1);
        shop.Clock.Set("2026-03-03", "00:00:00");

        (await shop.Do(new ReadCardType.Input(code))).View.Version.ShouldBe(2);

        shop.Clock.Set("2026-03-02");
    }

    [Fact]
    public void A_year_ends_on_the_day_before()
    {
        var year = Plain with { ValidityMonths = 12 };
        year.LastDayOf(new DateOnly(2025, 3, 15)).ShouldBe(new DateOnly(2026, 3, 14));
        year.LastDayOf(new DateOnly(2024, 2, 29)).ShouldBe(new DateOnly(2025, 2, 27));
    }

    [Fact]
    public async Task Another_brand_does_not_see_it()
    {
        var code = await shop.TypeAsync(Restaurant);

        (await shop.RefusalOf(new ReadCardType.Input(code), CardShop.Tea)).ShouldBe("storedvalue.card-type-not-found");
    }
}
