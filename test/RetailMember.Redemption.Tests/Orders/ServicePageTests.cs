using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Redemption.Tests.Tenders;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class ServicePageTestsOnSqlite(SqliteHost fixture) : ServicePageTests(fixture), IClassFixture<SqliteHost>;

public sealed class ServicePageTestsOnPostgres(PostgresHost fixture) : ServicePageTests(fixture), IClassFixture<PostgresHost>;

/// <summary>The redemption counter: services served by code and booked for a day, and what members think of what they had.</summary>
public abstract class ServicePageTests(HostFixture fixture)
{
    private const string Api = "/api/brands/apparel/redemption";
    private const string Pages = "/brands/apparel/redemption";

    [Fact, Trait("Req", "RD-09")]
    public async Task A_service_is_scanned_served_booked_and_told_with_its_history()
    {
        var (counter, client) = await OpenAsync();
        var entitlement = await OrderAsync(counter, new { uses = 2, days = 30, perDay = 3 });
        var code = (await counter.PostAsync($"redemption/orders/{entitlement}/disclosures", new { })).GetProperty("code").GetString()!;
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        (await browser.OpenAsync($"{Pages}/orders?store=s1")).ShouldNotContain("data-uses-left");

        (await PageOf(await browser.SubmitAsync($"{Pages}/orders/scan", ("scan", code)))).ShouldContain("2 of 2");
        using var served = await browser.SubmitAsync(
            $"{Pages}/services/{entitlement}/uses", ("key", Key()), ("storeCode", "s1"), ("code", code));
        served.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await served.Content.ReadAsStringAsync());
        (await browser.OpenAsync($"{Pages}/services/{entitlement}")).ShouldContain("1 of 2");

        var today = fixture.Host.Clock.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var booked = await browser.SubmitAsync(
            $"{Pages}/services/{entitlement}/bookings", ("key", Key()), ("storeCode", "s1"), ("businessDate", today), ("time", "15:45"));
        booked.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await booked.Content.ReadAsStringAsync());
        (await browser.OpenAsync($"{Pages}/orders")).ShouldContain("15:45");
        var member = await PageOf(await browser.SubmitAsync($"{Pages}/orders/scan", ("scan", counter.Member)));
        member.ShouldContain($"/services/{entitlement}");
        var shelf = await PageOf(await browser.SubmitAsync($"{Pages}/shelf", ("member", counter.Member)));
        shelf.ShouldContain("Glucose test");
        shelf.ShouldContain("15:45");
    }

    [Fact, Trait("Req", "RD-03")]
    public async Task Staff_note_what_a_member_thought_of_what_he_had()
    {
        var (counter, client) = await OpenAsync();
        var order = await OrderAsync(counter, new { uses = 1, days = 30 });
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        (await browser.OpenAsync($"{Pages}/orders/{order}")).ShouldContain("name=\"stars\"");

        using var rated = await browser.SubmitAsync($"{Pages}/orders/{order}/rating", ("stars", "2"));

        rated.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await rated.Content.ReadAsStringAsync());
        var page = await browser.OpenAsync($"{Pages}/orders/{order}");
        page.ShouldContain("data-stars=\"2\"");
        page.ShouldNotContain("name=\"stars\"");
    }

    [Fact, Trait("Req", "RD-03")]
    public async Task What_members_dislike_is_told_above_the_catalogue()
    {
        var (counter, client) = await OpenAsync();
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        for (var i = 0; i < 10; i++)
        {
            var order = await OrderAsync(counter, new { uses = 1, days = 30 }, "disliked");
            await counter.PostAsync($"redemption/orders/{order}/rating", new { stars = i < 3 ? 1 : 5 });
        }

        (await browser.OpenAsync($"{Pages}/rewards")).ShouldContain("data-disliked");
    }

    [Fact, Trait("Req", "RD-09"), Trait("Req", "CORE-44")]
    public async Task One_key_sent_twenty_times_books_and_serves_once()
    {
        var (counter, client) = await OpenAsync();
        var entitlement = await OrderAsync(counter, new { uses = 5, days = 30, perDay = 20 });
        var businessDate = fixture.Host.Clock.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var book = new { key = Key(), storeCode = "s1", businessDate };
        var serve = new { key = Key(), storeCode = "s1", entitlement, check = "card" };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => counter.PostAsync($"redemption/entitlements/{entitlement}/bookings", book)));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => counter.PostAsync("redemption/entitlement-uses", serve)));

        var read = await client.GetFromJsonAsync<JsonElement>($"{Api}/entitlements/{entitlement}");
        read.GetProperty("usesLeft").GetInt32().ShouldBe(4);
        read.GetProperty("history").GetArrayLength().ShouldBe(1);
        read.GetProperty("bookings").EnumerateArray().Count(b => b.GetProperty("state").GetString() == "booked").ShouldBe(1);
    }

    private static async Task<string> PageOf(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        return html;
    }

    private async Task<(Counter Counter, HttpClient Client)> OpenAsync()
    {
        var counter = await Counter.OpenAsync(fixture);
        await counter.PostAsync(
            $"membership/members/{counter.Member}/adjustments", new { key = Key(), points = 500, reason = "correction" });
        return (counter, await fixture.Host.AdministratorAsync());
    }

    /// <summary>A service that the member has redeemed; its order.</summary>
    private static Task<Guid> OrderAsync(Counter counter, object service, string? code = null) => counter.OrderAsync(
        new
        {
            name = new Dictionary<string, string> { ["zh-Hans"] = "血糖检测", ["en"] = "Glucose test" },
            kind = "service",
            points = 10,
            service,
        },
        code);
}
