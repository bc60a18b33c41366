using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Restaurant.Diners.Waking;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;
using static RetailMember.Restaurant.Tests.House.Guests;

namespace RetailMember.Restaurant.Tests;

public sealed class DinerTestsOnSqlite(RestaurantOnSqlite host) : DinerTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class DinerTestsOnPostgres(RestaurantOnPostgres host) : DinerTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>Guests who were not seen for half a year, and their waking.</summary>
[Trait("Req", "RS-12")]
public abstract class DinerTests(HostFixture fixture)
{
    private DateTime Now => fixture.Host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Who_came_half_a_year_ago_sleeps_and_who_came_a_day_later_does_not()
    {
        var house = await Hotel.OpenAsync(fixture.Host, on: false);
        var (asleep, awake) = (house.Member, await house.EnrolAsync("2023-01-01"));
        var halfAYearAgo = DateOnly.FromDateTime(Now).AddMonths(-6);
        await VisitAsync(house, asleep, halfAYearAgo);
        await VisitAsync(house, awake, halfAYearAgo.AddDays(1));
        await house.SwitchAsync(on: true);

        await house.PostAsync("restaurant/guest-counts", new { });

        var sleeper = (await SleepersAsync(house)).ShouldHaveSingleItem();
        sleeper.GetProperty("memberNo").GetString().ShouldBe(asleep);
        sleeper.GetProperty("lastSeenOn").GetString()
            .ShouldBe(halfAYearAgo.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        var sleep = await house.GetAsync("restaurant/sleep");
        (sleep.GetProperty("awake").GetInt32(), sleep.GetProperty("asleep").GetInt32()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_round_calls_the_sleepers_once_each_half_year_and_sees_who_comes_back()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await HeardAsync(house, 1);

        var first = await house.PostAsync("restaurant/wake-ups", new { });
        (first.GetProperty("asleep").GetInt32(), first.GetProperty("started").GetBoolean()).ShouldBe((1, true));
        (await house.PostAsync("restaurant/wake-ups", new { })).GetProperty("started").GetBoolean().ShouldBeFalse();

        await VisitAsync(house, house.Member, DateOnly.FromDateTime(Now));
        await Hotel.UntilAsync(async () => (await RoundAsync(house)).GetProperty("cameBack").GetInt32() == 1);
        (await SleepersAsync(house)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_round_that_was_stopped_after_some_sleepers_goes_on_and_takes_none_down_twice()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        foreach (var joined in (string[])["2023-01-01", "2023-02-01"]) await house.EnrolAsync(joined);
        await HeardAsync(house, 3);
        await house.PostAsync("restaurant/wake-ups", new { });
        (await StopAfterFirstAsync(house)).ShouldBe(2);

        var rest = await house.PostAsync("restaurant/wake-ups", new { });
        (rest.GetProperty("asleep").GetInt32(), rest.GetProperty("started").GetBoolean()).ShouldBe((3, false));
        await house.PostAsync("restaurant/wake-ups", new { });

        (await CallsAsync(house)).Select(c => c.GetProperty("memberNo").GetString()).Distinct().Count().ShouldBe(3);
        (await RoundAsync(house)).GetProperty("asleep").GetInt32().ShouldBe(3);
    }

    [Fact, Trait("Req", "SMS-07")]
    public async Task Sleepers_are_written_to_once_by_whoever_runs_it_and_the_page_says_why_one_had_nothing()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await HeardAsync(house, 1);
        (await house.PostAsync("restaurant/wake-ups", new { })).GetProperty("written").GetInt32().ShouldBe(0, "No words are approved.");
        await fixture.Host.ApproveWordsAsync(house.Brand, "restaurant.wake-up");

        await house.SettingAsync("Restaurant.WakeUpLetters", "false");
        (await house.PostAsync("restaurant/wake-ups", new { })).GetProperty("written").GetInt32().ShouldBe(0, "Letters are off.");
        await house.SettingAsync("Restaurant.WakeUpLetters", "true");
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.PostAsync("restaurant/wake-ups", new { })));
        await house.PostAsync("marketing/messages/dispatch", new { });

        written.Sum(w => w.GetProperty("written").GetInt32()).ShouldBe(1);
        var call = (await CallsAsync(house)).ShouldHaveSingleItem();
        call.GetProperty("memberNo").GetString().ShouldBe(house.Member);
        call.GetProperty("letter").GetProperty("state").GetString().ShouldBe("skipped");
        call.GetProperty("letter").GetProperty("reason").GetString().ShouldBe("noConsent");
        (await RoundAsync(house)).GetProperty("written").GetInt32().ShouldBe(0, "Nobody has taken it.");
    }

    [Fact, Trait("Req", "SMS-07")]
    public async Task A_sleeper_who_agreed_is_called_back_in_the_approved_words_and_the_round_counts_what_was_taken()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await HeardAsync(house, 1);
        await house.PostAsync(
            $"portal/members/{house.Member}/consents",
            new { purpose = "marketing", granted = true, wordingVersion = 1, storeCode = "s1" });
        await fixture.Host.ApproveWordsAsync(house.Brand, "restaurant.wake-up");
        await house.PostAsync("restaurant/wake-ups", new { });
        (await RoundAsync(house)).GetProperty("written").GetInt32().ShouldBe(0, "It waits.");

        await house.PostAsync("marketing/messages/dispatch", new { });

        var months = WakeUpLetters.MonthsBetween(new DateOnly(2023, 1, 1), house.Brand.DateOf(Now));
        LetterWords.TextsTo(house.Mobile).ShouldBe([$"张小芳您好，您已有{months}个月没来{house.Brand.Name}了，期待与您再聚。拒收请回复TD"]);
        (await RoundAsync(house)).GetProperty("written").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_left_is_no_guest_any_more_whatever_is_heard_of_him_and_list_and_figure_are_the_same_people()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await house.EnrolAsync("2023-01-01");
        await HeardAsync(house, 2);

        await house.PostAsync($"membership/members/{house.Member}/closure", new { reason = "moved away" });
        await Hotel.UntilAsync(async () => (await SleepersAsync(house)).Count == 1);
        (await SleepAsync(house)).ShouldBe((0, 1));

        // What was done while it was off is seen by the count, and a leaver is not entered again.
        var other = (await SleepersAsync(house))[0].GetProperty("memberNo").GetString();
        await house.SwitchAsync(on: false);
        await house.PostAsync($"membership/members/{other}/closure", new { reason = "moved away" });
        await house.SwitchAsync(on: true);
        await house.PostAsync("restaurant/guest-counts", new { });
        (await SleepersAsync(house)).ShouldBeEmpty();
        (await SleepAsync(house)).ShouldBe((0, 0));
    }

    /// <summary>As a round stands that was stopped when it had taken one sleeper down; says how many it had not.</summary>
    private Task<int> StopAfterFirstAsync(Hotel house) => fixture.Host.InBrandAsync(house.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.OpenAsync();
        await using var command = session.Connection.CreateCommand();
        command.CommandText = $"""
            DELETE FROM restaurant_wake_up_call WHERE brand_id = {house.Brand.Id} AND member_id <>
                (SELECT member_id FROM restaurant_wake_up_call WHERE brand_id = {house.Brand.Id} ORDER BY member_id LIMIT 1);
            UPDATE restaurant_wake_up_round SET asleep = 1 WHERE brand_id = {house.Brand.Id}
            """;
        return await command.ExecuteNonQueryAsync() - 1;
    });

    private static async Task<(int Awake, int Asleep)> SleepAsync(Hotel house)
    {
        var sleep = await house.GetAsync("restaurant/sleep");
        return (sleep.GetProperty("awake").GetInt32(), sleep.GetProperty("asleep").GetInt32());
    }

    [Fact]
    public async Task A_letter_that_waits_does_not_go_while_the_vertical_is_off_and_who_came_back_has_none()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var back = await house.EnrolAsync("2023-01-01");
        await HeardAsync(house, 2);
        await house.PostAsync("restaurant/wake-ups", new { });
        await VisitAsync(house, back, DateOnly.FromDateTime(Now));
        await Hotel.UntilAsync(async () => (await RoundAsync(house)).GetProperty("cameBack").GetInt32() == 1);
        await fixture.Host.ApproveWordsAsync(house.Brand, "restaurant.wake-up");
        (await house.PostAsync("restaurant/wake-ups", new { })).GetProperty("written").GetInt32().ShouldBe(1);

        await house.SwitchAsync(on: false);
        await house.PostAsync("marketing/messages/dispatch", new { });
        await house.SwitchAsync(on: true);

        StateOf(await CallsAsync(house)).ShouldBe(["queued"]);
        await house.PostAsync("marketing/messages/dispatch", new { });
        StateOf(await CallsAsync(house)).ShouldBe(["skipped"]);

        static IEnumerable<string?> StateOf(IEnumerable<JsonElement> calls) =>
            calls.Where(c => c.TryGetProperty("letter", out _)).Select(c => c.GetProperty("letter").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_letter_that_waits_is_recalled_when_its_guest_comes_back()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await HeardAsync(house, 1);
        await fixture.Host.ApproveWordsAsync(house.Brand, "restaurant.wake-up");
        (await house.PostAsync("restaurant/wake-ups", new { })).GetProperty("written").GetInt32().ShouldBe(1);

        await VisitAsync(house, house.Member, DateOnly.FromDateTime(Now));
        await Hotel.UntilAsync(async () => (await RoundAsync(house)).GetProperty("cameBack").GetInt32() == 1);

        var letter = (await CallsAsync(house)).ShouldHaveSingleItem().GetProperty("letter");
        (letter.GetProperty("state").GetString(), letter.GetProperty("reason").GetString()).ShouldBe(("skipped", "noLongerTrue"));
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task Who_was_merged_into_an_awake_guest_is_woken_and_a_letter_says_the_months_of_when_it_goes()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var (awake, awakeMobile) = await house.ReaderAsync("2023-01-01");
        var (later, laterMobile) = await house.ReaderAsync("2023-01-01");
        var twin = await house.EnrolAsync("2023-01-01");
        var today = house.Brand.DateOf(Now);
        await VisitAsync(house, awake, today);
        await VisitAsync(house, twin, today.AddMonths(-8));
        await HeardAsync(house, 3);
        foreach (var guest in (string[])[awake, later])
            await house.PostAsync(
                $"portal/members/{guest}/consents", new { purpose = "marketing", granted = true, wordingVersion = 1, storeCode = "s1" });
        await fixture.Host.ApproveWordsAsync(house.Brand, "restaurant.wake-up");
        (await house.PostAsync("restaurant/wake-ups", new { })).GetProperty("written").GetInt32().ShouldBe(3);

        await MergeAsync(survivor: awake, duplicate: house.Member);
        await MergeAsync(survivor: later, duplicate: twin);
        await Hotel.UntilAsync(async () => (await SleepersAsync(house)).Count == 1);
        await house.PostAsync("marketing/messages/dispatch", new { });

        LetterWords.TextsTo(awakeMobile).ShouldBeEmpty();
        LetterWords.TextsTo(house.Mobile).ShouldBeEmpty();
        LetterWords.TextsTo(laterMobile).ShouldHaveSingleItem().ShouldContain("已有8个月");
        (await RoundAsync(house)).GetProperty("cameBack").GetInt32().ShouldBe(1, "Who sleeps under both numbers has not come back.");

        Task<JsonElement> MergeAsync(string survivor, string duplicate) => house.PostAsync(
            "membership/merges", new { key = Hotel.Key(), survivor, duplicate, reason = "same person" });
    }

    [Theory]
    [InlineData("2026-01-15", "2026-07-15", 6)]
    [InlineData("2026-01-15", "2026-07-14", 5)]
    [InlineData("2025-12-31", "2026-06-30", 6)]
    [InlineData("2025-07-15", "2026-07-15", 12)]
    public void Months_asleep_are_whole_ones(string from, string to, int months) =>
        WakeUpLetters.MonthsBetween(DateOnly.Parse(from, null), DateOnly.Parse(to, null)).ShouldBe(months);

    [Fact]
    public async Task Who_pays_with_a_card_is_seen_and_what_happened_while_it_was_off_is_counted_afterwards()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await HeardAsync(house, 1);
        await house.SwitchAsync(on: false);
        (await house.TryGetAsync("restaurant/sleepers")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await VisitAsync(house, house.Member, DateOnly.FromDateTime(Now));
        await house.SwitchAsync(on: true);
        (await SleepersAsync(house)).Count.ShouldBe(1);

        await house.PostAsync("restaurant/guest-counts", new { });

        (await SleepersAsync(house)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-06-30", "2026H1")]
    [InlineData("2026-07-01", "2026H2")]
    public void A_year_has_two_halves(string day, string half) => HalfYears.Of(DateOnly.Parse(day, null)).ShouldBe(half);
}
