using System.Text.Json;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

public sealed class TableTestsOnSqlite(RestaurantOnSqlite host) : TableTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class TableTestsOnPostgres(RestaurantOnPostgres host) : TableTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>Table bills: an amount of the card is held, orders are added, what was eaten is captured.</summary>
[Trait("Req", "SV-17"), Trait("Req", "RS-07")]
public abstract class TableTests(HostFixture fixture)
{
    [Fact]
    public async Task A_bill_below_what_is_set_aside_is_paid_and_the_rest_comes_back()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "A3", 600m);
        (await house.AvailableAsync(card)).ShouldBe(4_900m);

        await AddAsync(house, bill, "清蒸鲈鱼", 300m);
        await AddAsync(house, bill, "龙井虾仁", 260m);
        await AddAsync(house, bill, "退 龙井虾仁(小份)", -20m);
        var paid = await house.PostAsync($"restaurant/table-bills/{bill}/payment", Step());

        paid.GetProperty("tableSummary").GetProperty("total").GetDecimal().ShouldBe(540m);
        (await house.AvailableAsync(card)).ShouldBe(4_960m);
        paid.GetProperty("cardHolds").GetArrayLength().ShouldBe(1);
        (await house.RefusalAsync($"restaurant/table-bills/{bill}/payment", Step())).ShouldBe("restaurant.bill-closed");
    }

    [Fact]
    public async Task A_bill_that_outgrows_what_is_set_aside_takes_more_of_the_card()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "A4", 100m);

        var view = await AddAsync(house, bill, "大闸蟹", 250m);

        view.GetProperty("tableSummary").GetProperty("held").GetDecimal().ShouldBe(250m);
        (await house.AvailableAsync(card)).ShouldBe(5_250m);
        await house.PostAsync($"restaurant/table-bills/{bill}/payment", Step());
        (await house.AvailableAsync(card)).ShouldBe(5_250m);
    }

    [Fact]
    public async Task The_same_day_limit_holds_for_tables_too()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "A5", 2_400m);

        (await house.RefusalAsync($"restaurant/table-bills/{bill}/items", Item("宴席", 2_500m))).ShouldBe("restaurant.same-day-limit");

        (await house.GetAsync($"restaurant/table-bills/{bill}?storeCode=s1")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await house.AvailableAsync(card)).ShouldBe(3_100m);
    }

    [Fact]
    public async Task A_table_has_one_bill_and_a_bill_given_up_gives_everything_back()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "A6", 500m);
        var second = new { key = Hotel.Key(), storeCode = "s1", tableNo = "a6", card = number, amount = 10 };

        (await house.RefusalAsync("restaurant/table-bills", second)).ShouldBe("restaurant.table-taken");
        (await house.RefusalAsync($"restaurant/table-bills/{bill}/payment", Step())).ShouldBe("restaurant.bill-empty");
        await house.PostAsync(
            $"restaurant/table-bills/{bill}/end", new { key = Hotel.Key(), storeCode = "s1", reason = "客人未到" });

        (await house.AvailableAsync(card)).ShouldBe(5_500m);
        await house.PostAsync("restaurant/table-bills", second with { key = Hotel.Key() });
    }

    [Fact]
    public async Task The_same_key_adds_once_however_often_it_is_sent()
    {
        var (house, _, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "A7", 500m);
        var item = Item("米饭", 5m);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.PostAsync($"restaurant/table-bills/{bill}/items", item)));

        var view = await house.GetAsync($"restaurant/table-bills/{bill}?storeCode=s1");
        view.GetProperty("tableSummary").GetProperty("total").GetDecimal().ShouldBe(5m);
    }

    private async Task<(Hotel House, string Card, string Number)> OpenAsync()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (card, number) = await house.CardAsync(5_000m);
        return (house, card, number);
    }

    private static async Task<string> OpenTableAsync(Hotel house, string number, string tableNo, decimal amount)
    {
        var opened = await house.PostAsync(
            "restaurant/table-bills", new { key = Hotel.Key(), storeCode = "s1", tableNo, card = number, amount });
        return opened.GetProperty("tableSummary").GetProperty("tableBill").GetString()!;
    }

    private static Task<JsonElement> AddAsync(Hotel house, string bill, string dish, decimal amount) =>
        house.PostAsync($"restaurant/table-bills/{bill}/items", Item(dish, amount));

    private static object Item(string dish, decimal amount) => new { key = Hotel.Key(), storeCode = "s1", dish, amount };

    private static object Step() => new { key = Hotel.Key(), storeCode = "s1" };
}
