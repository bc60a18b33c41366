using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Redemption.Tests.Tenders;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Catalogue;

/// <summary>OPS-18: what is at fault in a body is told by its field, its place and its reason.</summary>
[Trait("Req", "OPS-18")]
public sealed class FieldFaultApiTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    private static readonly Dictionary<string, string> Name = new() { ["zh-Hans"] = "名", ["en"] = "Name" };

    [Fact]
    public async Task An_item_that_is_null_is_named_by_its_place()
    {
        var terms = new { name = Name, shares = new[] { new { most = 1 } }, stores = new[] { "s1", null, "s1" } };

        (await FaultAsync(HttpMethod.Put, $"benefits/b{Key()}", new { terms }))
            .ShouldBe(("terms.stores[1]", "field.malformed", "Not of the right form."));
    }

    [Fact]
    public async Task A_third_decimal_is_told_as_that()
    {
        var terms = new { name = Name, amount = 5.005m, validity = new { days = 30 } };

        (await FaultAsync(HttpMethod.Put, $"voucher-definitions/d{Key()}", new { terms }))
            .ShouldBe(("terms.amount", "amount.more-than-two-decimals", "An amount has at most two decimals."));
    }

    [Fact]
    public async Task Days_are_told_as_the_API_writes_them() =>
        (await FaultAsync(HttpMethod.Put, $"editions/e{Key()}", new { from = "1999-01-01", to = "2050-01-01", items = Array.Empty<int>() }))
            .ShouldBe(("from", "field.inclusive-between", "Must lie between 2000-01-01 and 2099-12-31."));

    [Fact]
    public async Task A_store_that_is_not_there_is_a_fault_of_its_field()
    {
        var counter = await Counter.OpenAsync(fixture);

        var (field, code, _) = await FaultAsync(
            HttpMethod.Post, "orders", new { key = Key(), storeCode = "nowhere", member = counter.Member, reward = "r", points = 10 });

        (field, code).ShouldBe(("storeCode", "store.not-found"));
    }

    private async Task<(string? Field, string? Code, string? Message)> FaultAsync(HttpMethod method, string path, object body)
    {
        await fixture.Host.BrandAsync("apparel", "s1");
        var client = await fixture.Host.AdministratorAsync();
        using var request = new HttpRequestMessage(method, "/api/brands/apparel/redemption/" + path)
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Accept-Language", "en");
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var fault = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        return (
            fault.GetProperty("field").GetString(), fault.GetProperty("code").GetString(), fault.GetProperty("message").GetString());
    }
}
