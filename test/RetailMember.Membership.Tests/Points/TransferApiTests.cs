using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Membership.Programmes;
using RetailMember.Testing;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class TransferApiTestsOnSqlite(SqliteHost fixture) : TransferApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class TransferApiTestsOnPostgres(PostgresHost fixture) : TransferApiTests(fixture), IClassFixture<PostgresHost>;

public abstract class TransferApiTests(HostFixture fixture)
{
    private const string Api = "/api/brands/pharmacy/membership";

    [Fact, Trait("Req", "CORE-16"), Trait("Req", "CORE-44")]
    public async Task One_key_gives_once_however_often_it_is_sent_and_is_taken_back_once()
    {
        var client = await OpenAsync();
        var (giver, friend) = (await EnrolAsync(client, 1), await EnrolAsync(client, 2));
        await OkAsync(client, "/purchases", new { receiptNo = "G-1", storeCode = "s1", member = giver, amount = 300 });
        var gift = new { key = Key(), receiver = Mobile(2), points = 100, note = "生日" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => OkAsync(client, $"/members/{giver}/transfers", gift)));

        answers.Select(a => a.GetProperty("transfer").GetGuid()).Distinct().Count().ShouldBe(1);
        (await UsableAsync(client, giver), await UsableAsync(client, friend)).ShouldBe((200, 100));
        var listed = (await client.GetFromJsonAsync<JsonElement>($"{Api}/members/{friend}/transfers")).GetProperty("items")[0];
        (listed.GetProperty("change").GetInt64(), listed.GetProperty("otherNo").GetString()).ShouldBe((100, giver));
        var transfer = answers[0].GetProperty("transfer").GetGuid();
        await OkAsync(client, $"/transfers/{transfer}/reversal", new { reason = "mistaken" });
        (await UsableAsync(client, giver), await UsableAsync(client, friend)).ShouldBe((300, 0));
        (await client.GetFromJsonAsync<JsonElement>(Api + "/books")).GetProperty("sound").GetBoolean().ShouldBeTrue();
    }

    private async Task<HttpClient> OpenAsync()
    {
        var brand = await fixture.Host.BrandAsync("pharmacy", "s1");
        await fixture.Host.TryAsync(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)), brand);
        return await fixture.Host.AdministratorAsync();
    }

    private static async Task<string> EnrolAsync(HttpClient client, int n) =>
        (await OkAsync(client, "/members", new { key = Key(), name = "张小芳", mobile = Mobile(n), storeCode = "s1" }))
            .GetProperty("memberNo").GetString()!;

    private static async Task<long> UsableAsync(HttpClient client, string member) =>
        (await client.GetFromJsonAsync<JsonElement>($"{Api}/members/{member}")).GetProperty("balances")[0]
            .GetProperty("usable").GetInt64();

    private static async Task<JsonElement> OkAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(Api + path, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, answer.ToString());
        return answer;
    }
}
