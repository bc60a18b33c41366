using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Membership.Programmes;
using RetailMember.Testing;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class MembershipApiTestsOnSqlite(SqliteHost fixture) : MembershipApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class MembershipApiTestsOnPostgres(PostgresHost fixture)
    : MembershipApiTests(fixture), IClassFixture<PostgresHost>;

/// <summary>The way of a member through the addresses, with the whole product behind them.</summary>
public abstract class MembershipApiTests(HostFixture fixture)
{
    private const string Api = "/api/brands/pharmacy/membership";

    [Fact]
    public async Task A_member_is_enrolled_buys_is_put_right_and_every_number_is_explained()
    {
        var client = await OpenAsync();
        var no = (await Post(client, "/members", new { key = Key(), name = "张小芳", mobile = Mobile(1), storeCode = "s1" }))
            .GetProperty("memberNo").GetString();
        await Post(client, "/purchases", new { receiptNo = "R-1", storeCode = "s1", member = Mobile(1), amount = 99.90m });
        await Post(client, $"/members/{no}/adjustments", new { key = Key(), points = -9, reason = "correction" });
        await Post(client, $"/members/{no}/cards", new { card = "card-0001", kind = "barcode" });

        var file = await Get(client, $"/members/card-0001");
        file.GetProperty("maskedName").GetString().ShouldBe("张**");
        file.GetProperty("balances")[0].GetProperty("usable").GetInt64().ShouldBe(90);
        var ledger = (await Get(client, $"/members/{no}/ledger")).GetProperty("items");
        ledger.EnumerateArray().Select(p => p.GetProperty("change").GetInt64()).ShouldBe([-9, 99]);
        var why = await Get(client, $"/members/{no}/ledger/{ledger[1].GetProperty("posting").GetInt64()}");
        why.GetProperty("why")[0].GetProperty("words").GetString()!.ShouldContain("99.90");
        (await Get(client, $"/members/{no}/balance")).GetProperty("parts")[0].GetProperty("remaining").GetInt64().ShouldBe(90);
        (await Post(client, "/members/search", new { search = Mobile(1) })).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await Get(client, "/books")).GetProperty("sound").GetBoolean().ShouldBeTrue();
        (await Post(client, $"/members/{no}/disclosures", new { reason = "asked by himself" }))
            .GetProperty("mobile").GetString().ShouldBe(Mobile(1));
    }

    [Fact]
    public async Task What_happened_reaches_the_overview()
    {
        var client = await OpenAsync();
        await Post(client, "/members", new { key = Key(), name = "李雷", mobile = Mobile(2), storeCode = "s1" });

        for (var tries = 0; (await NewMembersAsync(client)) == 0; tries++)
        {
            tries.ShouldBeLessThan(100);
            await Task.Delay(100);
        }
    }

    [Theory]
    [InlineData("GET", "/members/nobody", HttpStatusCode.NotFound)]
    [InlineData("GET", "/members?status=unheard-of", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/members?after=%F0garbage", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/members?size=100000", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/programmes/99", HttpStatusCode.NotFound)]
    [InlineData("GET", "/programmes/none", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/overview?from=2020-01-01&to=2026-01-01", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/overview?from=0001-01-01&to=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/members", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/programmes/1/activation", HttpStatusCode.Conflict)]
    [InlineData("DELETE", "/programmes/1", HttpStatusCode.Conflict)]
    [InlineData("POST", "/adjustments/not-a-key/decision", HttpStatusCode.BadRequest)]
    public async Task What_makes_no_sense_is_refused_with_a_code(string method, string path, HttpStatusCode status)
    {
        var client = await OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Api + path);
        if (method == "POST") request.Content = JsonContent.Create(new { });

        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("GET", "/members?search=139-0000-0001")]
    [InlineData("GET", "/members/13900000001")]
    [InlineData("GET", "/members/+8613900000001/ledger")]
    [InlineData("PUT", "/members/13900000001")]
    [InlineData("POST", "/members/13900000001/adjustments")]
    public async Task A_mobile_has_no_place_in_an_address(string method, string path)
    {
        var client = await OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Api + path);
        if (method is "POST" or "PUT") request.Content = JsonContent.Create(new { });

        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()
            .ShouldBe("membership.mobile-in-address");
    }

    [Theory]
    [InlineData("/purchases", """{"receiptNo":"a\u0000b","storeCode":"s1","member":"m","amount":1}""", "receiptNo")]
    [InlineData("/purchases", """{"receiptNo":"r","storeCode":"s1","member":"m","lines":[null]}""", "lines")]
    [InlineData("/members", """{"key":"k","fields":{"x":null}}""", "fields")]
    [InlineData("/members/m/cards", """{"card":"a\u0000b","kind":"barcode"}""", "card")]
    [InlineData("/members/m/cards", """{"\ud800":"a","kind":"barcode"}""", "body")]
    public async Task What_no_table_can_hold_is_refused_by_the_fields_name(string path, string json, string field)
    {
        var client = await OpenAsync();
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(Api + path, content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        error.GetProperty("field").GetString().ShouldStartWith(field);
        error.GetProperty("code").GetString().ShouldBe("field.malformed");
    }

    private async Task<HttpClient> OpenAsync()
    {
        var brand = await fixture.Host.BrandAsync("pharmacy", "s1");
        await fixture.Host.TryAsync(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)), brand);
        return await fixture.Host.AdministratorAsync();
    }

    private static async Task<long> NewMembersAsync(HttpClient client) =>
        (await Get(client, "/overview")).GetProperty("days").EnumerateArray().Sum(d => d.GetProperty("newMembers").GetInt64());

    private static async Task<JsonElement> Get(HttpClient client, string path) =>
        await client.GetFromJsonAsync<JsonElement>(Api + path);

    private static async Task<JsonElement> Post(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(Api + path, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, answer.ToString());
        return answer;
    }
}
