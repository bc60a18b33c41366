using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
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
        (await SlipsAsync(house, card)).ShouldBe([(SlipOf(paid), -540m)]);
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
    public async Task A_bill_that_grows_dish_by_dish_has_one_hold_and_one_slip()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "A9", 100m);
        foreach (var amount in (decimal[])[90m, 110m, 250m, -40m, 300m]) await AddAsync(house, bill, "菜", amount);

        var hold = (await house.GetAsync($"storedvalue/stored-value-cards/{card}")).GetProperty("openHolds").EnumerateArray().Single();
        hold.GetProperty("held").GetDecimal().ShouldBe(710m);
        var paid = await house.PostAsync($"restaurant/table-bills/{bill}/payment", Step());

        (await SlipsAsync(house, card)).ShouldBe([(SlipOf(paid), -710m)]);
        (await house.AvailableAsync(card)).ShouldBe(4_790m);
    }

    [Fact, Trait("Req", "RS-06")]
    public async Task Twenty_who_add_and_twenty_who_pay_at_once_keep_to_the_limit_and_pay_once()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "B1", 100m);

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            house.Office.PostAsJsonAsync($"{house.Api}restaurant/table-bills/{bill}/items", Item("大菜", 200m))));
        added.Count(a => a.IsSuccessStatusCode).ShouldBe(12, "less than half of 5,000");
        var paid = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            house.Office.PostAsJsonAsync($"{house.Api}restaurant/table-bills/{bill}/payment", Step())));

        paid.Count(p => p.IsSuccessStatusCode).ShouldBe(1);
        (await house.AvailableAsync(card)).ShouldBe(3_100m);
        var view = await house.GetAsync($"restaurant/table-bills/{bill}?storeCode=s1");
        (await SlipsAsync(house, card)).ShouldBe([(SlipOf(view), -2_400m)]);
    }

    [Fact]
    public async Task A_bill_whose_hold_was_given_back_is_held_anew_and_paid()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "B2", 600m);
        await AddAsync(house, bill, "清蒸鲈鱼", 300m);
        var hold = (await house.GetAsync($"restaurant/table-bills/{bill}?storeCode=s1")).GetProperty("cardHold").GetString();
        await house.PostAsync($"storedvalue/holds/{hold}/releases", Step());
        (await house.AvailableAsync(card)).ShouldBe(5_500m);

        var view = await AddAsync(house, bill, "东坡肉", 100m);
        view.GetProperty("cardHold").GetString().ShouldNotBe(hold);
        view.GetProperty("tableSummary").GetProperty("held").GetDecimal().ShouldBe(400m);
        var paid = await house.PostAsync($"restaurant/table-bills/{bill}/payment", Step());

        (await SlipsAsync(house, card)).ShouldBe([(SlipOf(paid), -400m)]);
        (await house.AvailableAsync(card)).ShouldBe(5_100m);
    }

    [Fact]
    public async Task A_bill_that_is_older_than_its_hold_is_paid_where_the_card_still_has_it_and_otherwise_waits()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "B3", 600m);
        await AddAsync(house, bill, "清蒸鲈鱼", 600m);
        await AgeAsync(house);
        var browser = await fixture.Host.Staff.BrowserAsync(People.DefaultRole.HeadOffice);
        (await browser.OpenAsync($"/brands/{house.Brand.Code}/restaurant/tables/{bill}?store=s1")).ShouldContain("hold is over");
        await house.PostAsync("restaurant/table-bills", new
        {
            key = Hotel.Key(), storeCode = "s1", tableNo = "B4", card = number, amount = 1_000,
        });

        (await house.RefusalAsync($"restaurant/table-bills/{bill}/items", Item("加菜", 4_000m))).ShouldBe("restaurant.same-day-limit");
        var view = await house.GetAsync($"restaurant/table-bills/{bill}?storeCode=s1");
        (view.GetProperty("holdIsOver").GetBoolean(), view.GetProperty("items").GetArrayLength()).ShouldBe((true, 1));
        var paid = await house.PostAsync($"restaurant/table-bills/{bill}/payment", Step());

        paid.GetProperty("tableSummary").GetProperty("state").GetString().ShouldBe("paid");
        (await SlipsAsync(house, card)).ShouldBe([(SlipOf(paid), -600m)]);
        (await house.AvailableAsync(card)).ShouldBe(3_900m, "1,000 are set aside for the other table");
    }

    [Fact]
    public async Task A_bill_whose_hold_is_over_can_be_given_up_and_its_table_is_free()
    {
        var (house, card, number) = await OpenAsync();
        var bill = await OpenTableAsync(house, number, "B5", 600m);
        await AgeAsync(house);

        await house.PostAsync($"restaurant/table-bills/{bill}/end", new { key = Hotel.Key(), storeCode = "s1", reason = "未到" });

        (await house.AvailableAsync(card)).ShouldBe(5_500m);
        await OpenTableAsync(house, number, "B5", 10m);
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

    /// <summary>The times of all holds of the brand, and of the bills that they pay, are over.</summary>
    private Task<bool> AgeAsync(Hotel house) => fixture.Host.InBrandAsync(house.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.OpenAsync();
        var aged = new[]
        {
            "UPDATE storedvalue_card_hold SET expires_at = at", "UPDATE restaurant_table_bill SET held_until = opened_at",
        };
        foreach (var update in aged)
        {
            await using var command = session.Connection.CreateCommand();
            command.CommandText = $"{update} WHERE brand_id = {house.Brand.Id}";
            await command.ExecuteNonQueryAsync();
        }

        return true;
    });

    /// <summary>What the card paid, by slip: all of the bill's slips, and there are no others.</summary>
    private static async Task<IEnumerable<(string?, decimal)>> SlipsAsync(Hotel house, string card) =>
        (await house.GetAsync($"storedvalue/stored-value-cards/{card}")).GetProperty("moves").EnumerateArray()
        .Where(m => m.GetProperty("kind").GetString() == "captured")
        .Select(m => (m.GetProperty("bill").GetString(), m.GetProperty("moved").GetProperty("total").GetDecimal()));

    private static string? SlipOf(JsonElement bill) => bill.GetProperty("cardHold").GetString();

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
