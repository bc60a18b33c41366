using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class VoucherApiTestsOnSqlite(SqliteHost fixture) : VoucherApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class VoucherApiTestsOnPostgres(PostgresHost fixture) : VoucherApiTests(fixture), IClassFixture<PostgresHost>;

/// <summary>The way of a voucher through the addresses, with the whole product behind them.</summary>
public abstract class VoucherApiTests(HostFixture fixture)
{
    private const string Api = "/api/brands/apparel/redemption";

    private static object Terms => new
    {
        name = new Dictionary<string, string> { ["zh-Hans"] = "服装券", ["en"] = "Clothes" },
        amount = 50,
        categories = new[] { "clothes" },
        validity = new { days = 30 },
    };

    [Fact, Trait("Req", "RD-12"), Trait("Req", "CORE-35")]
    public async Task A_voucher_is_defined_issued_verified_used_and_given_back()
    {
        var (client, member) = await OpenAsync("13900000101");
        var definition = await DefineAsync(client);
        var voucher = (await Post(client, "/vouchers", new { key = Key(), member, definition, reason = "ladder" }))
            .GetProperty("voucher").GetGuid();
        var code = (await Post(client, $"/vouchers/{voucher}/disclosures", new { })).GetProperty("code").GetString()!;
        object[] lines = [new { category = "clothes", amount = 120 }, new { category = "umbrellas", amount = 30 }];

        var verified = await Post(client, "/vouchers/verification", new { storeCode = "s1", codes = new[] { code }, lines });
        verified.GetProperty("toPay").GetDecimal().ShouldBe(100m);
        var used = await Post(client, "/voucher-uses", new { receiptNo = "R-1", storeCode = "s1", member, codes = new[] { code }, lines });
        used.GetProperty("toPay").GetDecimal().ShouldBe(100m);
        var again = await client.PostAsJsonAsync(
            Api + "/voucher-uses", new { receiptNo = "R-2", storeCode = "s1", codes = new[] { code }, lines });
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CodeOf(again)).ShouldBe("redemption.voucher-not-usable");
        await Post(client, "/voucher-returns", new { key = Key(), receiptNo = "R-1", storeCode = "s1", voucher, amount = 50 });

        var history = (await client.GetFromJsonAsync<JsonElement>($"{Api}/vouchers/{voucher}")).GetProperty("history");
        history.EnumerateArray().Select(h => h.GetProperty("kind").GetString()).ShouldBe(["issued", "used", "returned"]);
        var held = await Post(client, "/vouchers/search", new { member });
        held.GetProperty("items")[0].GetProperty("state").GetString().ShouldBe("issued");
    }

    [Fact]
    public async Task A_batch_runs_in_the_background()
    {
        var (client, member) = await OpenAsync("13900000102");
        var definition = await DefineAsync(client);

        var batch = await Post(client, "/voucher-batches", new { key = Key(), definition, reason = "gift", members = new[] { member } });
        var id = batch.GetProperty("batch").GetInt64();

        for (var tries = 0; ; tries++)
        {
            var now = await client.GetFromJsonAsync<JsonElement>($"{Api}/voucher-batches/{id}");
            if (now.GetProperty("state").GetString() == "done")
            {
                now.GetProperty("issued").GetInt64().ShouldBe(1);
                break;
            }

            tries.ShouldBeLessThan(100);
            await Task.Delay(100);
        }

        (await client.GetFromJsonAsync<JsonElement>($"{Api}/voucher-batches")).GetProperty("items").GetArrayLength().ShouldBe(1);
        var shelf = (await client.GetFromJsonAsync<JsonElement>($"{Api}/voucher-definitions")).GetProperty("definitions");
        shelf.EnumerateArray().Single(d => d.GetProperty("definition").GetProperty("definition").GetString() == definition)
            .GetProperty("issued").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("/vouchers/verification", """{"storeCode":"s1","codes":[],"lines":[{"amount":1}]}""", "redemption.codes-out-of-range")]
    [InlineData("/vouchers/verification", """{"storeCode":"s1","codes":["x"],"lines":[{"amount":-1}]}""", "amount.negative")]
    [InlineData(
        "/vouchers/verification", """{"storeCode":"s1","codes":["x"],"lines":[{"amount":0.001}]}""",
        "amount.more-than-two-decimals")]
    [InlineData("/vouchers/verification", """{"storeCode":"s1","codes":["x"],"lines":[]}""", "redemption.lines-out-of-range")]
    [InlineData("/vouchers", """{"key":"k","member":"nobody","definition":"none","reason":"x","surprise":1}""", "field.unknown")]
    public async Task What_makes_no_sense_is_refused_with_a_code(string path, string json, string code)
    {
        var (client, _) = await OpenAsync("13900000103");
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(Api + path, content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("code").GetString()
            .ShouldBe(code);
    }

    private async Task<(HttpClient Client, string MemberNo)> OpenAsync(string mobile)
    {
        var client = await fixture.Host.AdministratorAsync();
        await fixture.Host.BrandAsync("apparel", "s1");
        await client.PostAsJsonAsync(
            "/api/brands/apparel/membership/programmes/start",
            new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00" });
        using var enrolled = await client.PostAsJsonAsync(
            "/api/brands/apparel/membership/members", new { key = Key(), name = "张小芳", mobile, storeCode = "s1" });
        var body = await enrolled.Content.ReadFromJsonAsync<JsonElement>();
        return (client, body.TryGetProperty("memberNo", out var no) ? no.GetString()! : "");
    }

    private static async Task<string> DefineAsync(HttpClient client)
    {
        var definition = "clothes-" + Key();
        using var drafted = await client.PutAsJsonAsync($"{Api}/voucher-definitions/{definition}", new { terms = Terms });
        drafted.IsSuccessStatusCode.ShouldBeTrue(await drafted.Content.ReadAsStringAsync());
        await Post(client, $"/voucher-definitions/{definition}/activation", new { });
        return definition;
    }

    private static async Task<JsonElement> Post(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(Api + path, body);
        response.IsSuccessStatusCode.ShouldBeTrue(path + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string?> CodeOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
