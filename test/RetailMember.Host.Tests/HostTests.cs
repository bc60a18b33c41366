using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Host.Tests;

public abstract class HostTests(HostFixture fixture)
{
    private TestHost Host => fixture.Host;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_says_that_it_is_well(string address) =>
        (await Host.Client().GetStringAsync(address)).ShouldBe("Healthy");

    [Fact]
    public async Task A_till_is_known_by_its_key_at_its_store()
    {
        var brand = await Host.BrandAsync("pharmacy", "north");
        var till = await Host.Staff.TillAsync(brand, "north");

        (await till.GetAsync("/api/brands/pharmacy/platform/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Host.Client().GetAsync("/api/brands/pharmacy/platform/people")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_person_sees_the_own_brand_and_no_other()
    {
        var own = await Host.BrandAsync("restaurant", "harbour");
        await Host.BrandAsync("apparel", "mall");
        var director = await Host.Staff.PersonAsync(DefaultRole.OperationsDirector, own);

        (await director.GetAsync("/api/brands/restaurant/platform/stores")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await director.GetAsync("/api/brands/apparel/platform/stores")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_does_not_exist_is_a_problem_in_the_API_and_a_page_for_a_browser()
    {
        var api = await Host.Client().GetAsync("/api/nothing");
        api.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("address.not-found");
    }

    /// <summary>Compiled at a page's first request: what cannot be bound would not show at the start.</summary>
    [Fact]
    public void What_every_page_asks_for_can_be_bound()
    {
        var pages = Host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<PageHandler>() is not null).Cast<RouteEndpoint>().ToList();

        pages.Count.ShouldBeGreaterThan(300);
        foreach (var page in pages)
            Should.NotThrow(
                () => page.Metadata.GetMetadata<PageHandler>()!.Compile(page, Host.Services), page.RoutePattern.RawText);
    }
}

public sealed class HostTestsOnSqlite(SqliteHost host) : HostTests(host), IClassFixture<SqliteHost>;

public sealed class HostTestsOnPostgres(PostgresHost host) : HostTests(host), IClassFixture<PostgresHost>;
