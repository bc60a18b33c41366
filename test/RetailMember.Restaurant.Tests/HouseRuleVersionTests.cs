using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

public sealed class HouseRuleVersionTestsOnSqlite(RestaurantOnSqlite host)
    : HouseRuleVersionTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class HouseRuleVersionTestsOnPostgres(RestaurantOnPostgres host)
    : HouseRuleVersionTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>Rules that are to come are taken back, and nobody overwrites another's draft unseen: as of all rules of this kind.</summary>
[Trait("Req", "RS-06")]
public abstract class HouseRuleVersionTests(HostFixture fixture)
{
    private const string Rules = "restaurant/house-rules";

    private static readonly object[] Examples =
        [new { title = "half", bought = 5_000, onCardBefore = 0, spent = 0, mayPay = 2_499.99 }];

    [Fact]
    public async Task A_version_that_is_to_come_is_withdrawn_is_a_draft_again_and_another_may_come_before_it()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await EditAsync(house, 4);
        await house.PostAsync(Rules + "/activation", new { effectiveFrom = "2099-01-01T00:00:00" });
        (await StatesAsync(house)).ShouldBe([(1, "toCome"), (0, "inForce")]);

        (await house.PostAsync(Rules + "/withdrawal", new { version = 1 })).GetProperty("state").GetString().ShouldBe("draft");

        (await StatesAsync(house)).ShouldBe([(1, "draft"), (0, "inForce")]);
        (await house.RefusalAsync(Rules + "/withdrawal", new { version = 1 })).ShouldBe("rules.not-to-come");
        await house.PostAsync(Rules + "/activation", new { });
        (await StatesAsync(house)).ShouldBe([(1, "inForce"), (0, "replaced")]);
        (await house.RefusalAsync(Rules + "/withdrawal", new { version = 1 })).ShouldBe("rules.not-to-come");
    }

    [Fact]
    public async Task What_is_withdrawn_after_a_newer_draft_was_begun_stays_as_withdrawn_and_never_decides()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await EditAsync(house, 4);
        await house.PostAsync(Rules + "/activation", new { effectiveFrom = "2099-01-01T00:00:00" });
        await EditAsync(house, 5);
        (await house.RefusalAsync(Rules + "/activation", new { })).ShouldBe("request.invalid", "An earlier one may not pass it.");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TryAsync(house, Rules + "/withdrawal", new { version = 1 })));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        await house.PostAsync(Rules + "/activation", new { });

        (await StatesAsync(house)).ShouldBe([(2, "inForce"), (1, "withdrawn"), (0, "replaced")]);
        (await house.GetAsync("restaurant/sleep")).GetProperty("sleepingMonths").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task Of_two_who_edit_the_draft_that_they_read_the_second_is_refused()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await EditAsync(house, 4);
        var mark = await MarkAsync(house);

        var edits = await Task.WhenAll(Enumerable.Range(5, 6).Select(months => TryPutAsync(house, months, mark)));

        edits.Count(e => e.IsSuccessStatusCode).ShouldBe(1);
        foreach (var refused in edits.Where(e => !e.IsSuccessStatusCode))
            (await Hotel.CodeOf(refused)).ShouldBe("rules.draft-changed");
        (await MarkAsync(house)).ShouldNotBe(mark);
        (await house.RefusalAsync(Rules + "/activation", new { wordingMark = mark })).ShouldBe("rules.draft-changed");
        (await TryPutAsync(house, 12, await MarkAsync(house))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_who_begin_a_draft_at_once_the_second_is_refused_and_anothers_draft_needs_its_mark()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var mark = await MarkAsync(house);

        var begun = await Task.WhenAll(Enumerable.Range(4, 6).Select(months => TryPutAsync(house, months, mark)));

        begun.Count(e => e.IsSuccessStatusCode).ShouldBe(1);
        (await StatesAsync(house)).ShouldBe([(1, "draft"), (0, "inForce")]);
        using var director = await fixture.Host.Staff.PersonAsync(DefaultRole.OperationsDirector, house.Brand);
        using var unseen = await director.PutAsJsonAsync(house.Api + Rules, Body(7, null));
        (await Hotel.CodeOf(unseen)).ShouldBe("rules.draft-changed");
        using var seen = await director.PutAsJsonAsync(house.Api + Rules, Body(7, await MarkAsync(house)));
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_may_not_put_rules_into_force_does_not_withdraw_them()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await EditAsync(house, 4);
        await house.PostAsync(Rules + "/activation", new { effectiveFrom = "2099-01-01T00:00:00" });
        using var cashier = await fixture.Host.Staff.PersonAsync(DefaultRole.Cashier, house.Brand);

        using var refused = await cashier.PostAsJsonAsync(house.Api + Rules + "/withdrawal", new { version = 1 });

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StatesAsync(house))[0].ShouldBe((1, "toCome"));
    }

    private static object Body(int months, string? mark) =>
        new { houseRules = new { sameDayPerMille = 500, sleepingMonths = months, examples = Examples }, wordingMark = mark };

    private static Task<JsonElement> EditAsync(Hotel house, int months) => house.PutAsync(Rules, Body(months, null));

    private static Task<HttpResponseMessage> TryPutAsync(Hotel house, int months, string mark) =>
        house.Office.PutAsJsonAsync(house.Api + Rules, Body(months, mark));

    private static Task<HttpResponseMessage> TryAsync(Hotel house, string path, object body) =>
        house.Office.PostAsJsonAsync(house.Api + path, body);

    private static async Task<JsonElement> VersionsAsync(Hotel house) => (await house.GetAsync(Rules)).GetProperty("versions");

    private static async Task<string> MarkAsync(Hotel house) =>
        (await VersionsAsync(house))[0].GetProperty("wordingMark").GetString()!;

    private static async Task<List<(int Version, string? State)>> StatesAsync(Hotel house) =>
        [.. (await VersionsAsync(house)).EnumerateArray()
            .Select(v => (v.GetProperty("version").GetInt32(), v.GetProperty("state").GetString()))];
}
