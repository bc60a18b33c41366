using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;
using static RetailMember.Restaurant.Tests.House.Guests;

namespace RetailMember.Restaurant.Tests;

public sealed class GuestCountTestsOnSqlite(RestaurantOnSqlite host) : GuestCountTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class GuestCountTestsOnPostgres(RestaurantOnPostgres host)
    : GuestCountTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>What is known of guests after the vertical was off, after merges, and of whom the brand forgets.</summary>
[Trait("Req", "RS-12")]
public abstract class GuestCountTests(HostFixture fixture)
{
    private DateOnly Today => DateOnly.FromDateTime(fixture.Host.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task The_count_goes_back_to_where_it_had_stopped_however_long_that_is()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await HeardAsync(house, 1);
        await house.SwitchAsync(on: false);
        await VisitAsync(house, house.Member, Today.AddMonths(-5));
        await house.SwitchAsync(on: true);
        await house.PostAsync("restaurant/guest-counts", new { });
        (await SleepersAsync(house)).Count.ShouldBe(1, "It was counted today before: it looks two months back.");

        await CountedAsync(house, "counted_to = '2024-12-01'");
        await house.PostAsync("restaurant/guest-counts", new { });

        (await SleepersAsync(house)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_count_that_was_stopped_goes_on_after_the_last_member_and_then_those_of_today_follow()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await house.EnrolAsync("2023-02-01");
        await HeardAsync(house, 2);
        const string last = "(SELECT member_id FROM restaurant_guest g WHERE g.brand_id = restaurant_guest_count.brand_id "
            + "ORDER BY member_id DESC LIMIT 1)";

        await CountedAsync(house, $"counting_to = '{Today:yyyy-MM-dd}', counted_member = {last}");
        (await CountAsync(house)).ShouldBe(0, "Nobody was left.");
        await CountedAsync(house, $"counting_to = '{Today.AddDays(-1):yyyy-MM-dd}', counted_member = {last}");
        (await CountAsync(house)).ShouldBe(2, "Nobody was left of yesterday's, and today's begins with the first.");
        await CountedAsync(house, "counting_to = counting_to");
        (await CountAsync(house)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_paid_with_his_card_while_it_was_off_was_here()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await house.PostAsync("storedvalue/proposed-card-types/dining-card/draft", new { });
        await house.PostAsync("storedvalue/card-types/dining-card/activation", new { });
        var card = (await house.SellAsync("dining-card", 6_000m, house.Member)).GetProperty("card").GetString()!;
        await HeardAsync(house, 1);
        await house.SwitchAsync(on: false);
        (await house.ChargeAsync(await house.NumberAsync(card), 100m)).IsSuccessStatusCode.ShouldBeTrue();
        await house.SwitchAsync(on: true);

        await house.PostAsync("restaurant/guest-counts", new { });

        (await SleepersAsync(house)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_round_begins_late_where_nothing_could_begin_it_in_time_and_calls_nobody_who_came_meanwhile()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await house.EnrolAsync("2023-02-01");
        await HeardAsync(house, 2);
        await house.SwitchAsync(on: false);
        await VisitAsync(house, house.Member, Today);
        await house.SwitchAsync(on: true);
        await CountedAsync(house, $"counted_to = '{Today.AddDays(-1):yyyy-MM-dd}'");
        Today.Month.ShouldNotBeOneOf(1, 7);

        await house.PostAsync("platform/jobs/Restaurant.wake-diners/runs", new { });

        await Hotel.UntilAsync(async () => (await house.GetAsync("restaurant/sleep")).GetProperty("rounds").GetArrayLength() == 1
            && (await CallsAsync(house)).Count > 0);
        (await RoundAsync(house)).GetProperty("asleep").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_merge_that_is_undone_leaves_each_with_his_own_visits(bool on)
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var awake = await house.EnrolAsync("2023-01-01");
        await VisitAsync(house, awake, Today);
        await HeardAsync(house, 1);
        await house.PostAsync("restaurant/wake-ups", new { });
        var merge = await house.PostAsync(
            "membership/merges", new { key = Hotel.Key(), survivor = house.Member, duplicate = awake, reason = "same person" });
        await Hotel.UntilAsync(async () => (await RoundAsync(house)).GetProperty("cameBack").GetInt32() == 1);

        if (!on) await house.SwitchAsync(on: false);
        await house.PostAsync($"membership/merges/{merge.GetProperty("merge").GetString()}/reversal", new { reason = "two people" });
        if (!on) await house.SwitchAsync(on: true);

        (await SleepersAsync(house)).ShouldHaveSingleItem().GetProperty("memberNo").GetString().ShouldBe(house.Member);
        (await RoundAsync(house)).GetProperty("cameBack").GetInt32().ShouldBe(0);
        (await house.GetAsync("restaurant/sleep")).GetProperty("awake").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_merge_while_it_was_off_hands_the_duplicates_last_visit_on()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var awake = await house.EnrolAsync("2023-01-01");
        await VisitAsync(house, awake, Today.AddMonths(-4));
        await HeardAsync(house, 1);
        await house.SwitchAsync(on: false);
        await house.PostAsync(
            "membership/merges", new { key = Hotel.Key(), survivor = house.Member, duplicate = awake, reason = "same person" });
        await house.SwitchAsync(on: true);

        await house.PostAsync("restaurant/guest-counts", new { });

        (await SleepersAsync(house)).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "OPS-06")]
    public async Task Who_is_forgotten_while_it_is_off_is_forgotten_by_it_too()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await HeardAsync(house, 1);
        await house.PostAsync("restaurant/wake-ups", new { });
        await house.SwitchAsync(on: false);
        await house.SettingAsync("Membership.ForgetAfterDays", "0");
        await house.PostAsync($"membership/members/{house.Member}/closure", new { reason = "moved away" });

        await house.PostAsync("membership/forgettings", new { });

        await Hotel.UntilAsync(async () => await RowsAsync(house, "restaurant_wake_up_call") == 0);
        (await RowsAsync(house, "restaurant_guest")).ShouldBe(0);
    }

    private static async Task<int> CountAsync(Hotel house) =>
        (await house.PostAsync("restaurant/guest-counts", new { })).GetProperty("counted").GetInt32();

    /// <summary>As a count stands that was stopped, or came to its end long ago.</summary>
    private Task<int> CountedAsync(Hotel house, string columns) =>
        RunAsync(house, $"UPDATE restaurant_guest_count SET {columns} WHERE brand_id = {house.Brand.Id}", c => c.ExecuteNonQueryAsync());

    private Task<int> RowsAsync(Hotel house, string table) => RunAsync(
        house, $"SELECT count(*) FROM {table} WHERE brand_id = {house.Brand.Id}",
        async c => Convert.ToInt32(await c.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));

    private Task<int> RunAsync(Hotel house, string sql, Func<System.Data.Common.DbCommand, Task<int>> run) =>
        fixture.Host.InBrandAsync(house.Brand, async scope =>
        {
            var session = scope.GetRequiredService<DataSession>();
            await session.OpenAsync();
            await using var command = session.Connection.CreateCommand();
            command.CommandText = sql;
            return await run(command);
        });
}
