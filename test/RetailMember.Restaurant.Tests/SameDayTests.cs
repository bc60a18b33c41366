using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

public sealed class SameDayTestsOnSqlite(RestaurantOnSqlite host) : SameDayTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class SameDayTestsOnPostgres(RestaurantOnPostgres host)
    : SameDayTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>Paying with a card on the day on which it was bought, and at what price.</summary>
public abstract class SameDayTests(HostFixture fixture)
{
    [Fact, Trait("Req", "RS-06"), Trait("Req", "RS-02")]
    public async Task On_the_day_of_purchase_a_card_pays_less_than_half()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (card, number) = await house.CardAsync(5_000m);
        (await house.AvailableAsync(card)).ShouldBe(5_500m);

        (await Hotel.CodeOf(await house.ChargeAsync(number, 2_500m))).ShouldBe("restaurant.same-day-limit");
        (await house.ChargeAsync(number, 1_500m)).IsSuccessStatusCode.ShouldBeTrue();
        (await house.ChargeAsync(number, 999.99m)).IsSuccessStatusCode.ShouldBeTrue();
        (await Hotel.CodeOf(await house.ChargeAsync(number, 0.01m))).ShouldBe("restaurant.same-day-limit");

        (await house.AvailableAsync(card)).ShouldBe(3_000.01m);
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task Twenty_tills_at_once_do_not_get_past_the_limit()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (card, number) = await house.CardAsync(5_000m);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.ChargeAsync(number, 300m)));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(8);
        (await house.AvailableAsync(card)).ShouldBe(3_100m);
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task A_top_up_by_mistake_that_is_taken_back_changes_nothing_of_the_limit()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (card, number) = await house.CardAsync(5_000m);

        await house.PayBackAsync(await house.ReloadAsync(number, 5_000m));

        (await house.AvailableAsync(card)).ShouldBe(5_500m);
        (await Hotel.CodeOf(await house.ChargeAsync(number, 2_500m))).ShouldBe("restaurant.same-day-limit");
        (await house.ChargeAsync(number, 2_499.99m)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task After_a_mistake_that_is_taken_back_what_is_bought_instead_counts_alone()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (_, number) = await house.CardAsync(5_000m);
        await house.PayBackAsync(await house.ReloadAsync(number, 5_000m));

        await house.ReloadAsync(number, 10_000m);

        (await Hotel.CodeOf(await house.ChargeAsync(number, 7_500m))).ShouldBe("restaurant.same-day-limit");
        (await house.ChargeAsync(number, 7_499.99m)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task Rules_of_a_later_version_hold_from_their_time_on()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (_, number) = await house.CardAsync(5_000m);
        var example = new { title = "不限", bought = 5_000, onCardBefore = 0, spent = 0, mayPay = 4_000 };

        await house.PutAsync("restaurant/house-rules", new { houseRules = new { sameDayPerMille = 800, examples = new[] { example } } });
        (await house.RefusalAsync("restaurant/house-rules/activation", new { })).ShouldBe("rules.examples-fail");
        await house.PutAsync(
            "restaurant/house-rules",
            new
            {
                houseRules = new
                {
                    sameDayPerMille = 800,
                    examples = new[] { new { title = "八成", bought = 5_000, onCardBefore = 0, spent = 0, mayPay = 3_999.99 } },
                },
            });
        await house.PostAsync("restaurant/house-rules/activation", new { });

        (await house.ChargeAsync(number, 3_999.99m)).IsSuccessStatusCode.ShouldBeTrue();
        var versions = (await house.GetAsync("restaurant/house-rules")).GetProperty("versions").EnumerateArray().ToList();
        versions[0].GetProperty("state").GetString().ShouldBe("inForce");
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task Where_the_vertical_is_off_nothing_is_limited()
    {
        var house = await Hotel.OpenAsync(fixture.Host, on: false);
        var (_, number) = await house.CardAsync(5_000m);

        (await house.ChargeAsync(number, 4_000m)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact, Trait("Req", "RS-05")]
    public async Task A_bill_that_a_card_pays_any_part_of_has_its_list_price()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await house.PostAsync($"membership/members/{house.Member}/tier", new { tierCode = "gold", reason = "常客" });
        var (_, number) = await house.CardAsync(5_000m);

        var discounted = await house.QuoteAsync(1_000m);
        var whole = await house.QuoteAsync(1_000m, new { kind = "card", code = number });
        var mixed = await house.PostAsync(
            "membership/purchases", house.Receipt(1_000m, new { kind = "card", code = number, amount = 400 }));

        discounted.GetProperty("payable").GetDecimal().ShouldBeLessThan(1_000m);
        whole.GetProperty("payable").GetDecimal().ShouldBe(1_000m);
        whole.GetProperty("why").EnumerateArray().ShouldContain(w => w.GetString()!.Contains("no discount when a card pays"));
        (mixed.GetProperty("paid").GetDecimal(), mixed.GetProperty("money").GetDecimal()).ShouldBe((1_000m, 600m));

        await house.SwitchAsync(on: false);
        (await house.QuoteAsync(1_000m, new { kind = "card", code = number, amount = 400 }))
            .GetProperty("payable").GetDecimal().ShouldBeLessThan(1_000m);
    }
}
