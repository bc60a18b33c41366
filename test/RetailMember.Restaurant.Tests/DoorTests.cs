using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

/// <summary>The vertical as a plug-in: switched, unplugged, and out of order.</summary>
[Trait("Req", "PH-12")]
public sealed class DoorTests(RestaurantOnSqlite fixture) : IClassFixture<RestaurantOnSqlite>
{
    private static readonly string[] Pages = ["tables", "diners", "invoices", "house-rules"];

    [Fact]
    public async Task Its_pages_are_there_where_it_is_on_and_its_rows_outlive_the_switch()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        await house.CardAsync(5_000m);
        var load = (await house.GetAsync("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString();
        await house.PostAsync($"restaurant/card-loads/{load}/invoice", new { buyer = "王芳" });
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        foreach (var page in Pages)
            (await browser.OpenAsync($"/brands/{house.Brand.Code}/restaurant/{page}")).ShouldContain("page-title");
        await house.PostAsync("platform/jobs/Restaurant.count-guests/runs", new { });

        await house.SwitchAsync(on: false);
        foreach (var page in Pages)
            (await browser.GetAsync($"/brands/{house.Brand.Code}/restaurant/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/brands/{house.Brand.Code}/platform/stores")).ShouldNotContain("/restaurant/tables");
        (await house.RefusalAsync("platform/jobs/Restaurant.count-guests/runs", new { })).ShouldBe("platform.job-not-found");

        await house.SwitchAsync(on: true);
        (await house.GetAsync("restaurant/invoices")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_host_without_its_folder_goes_on_and_finds_its_rows_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("retailmember-unplugged-").FullName;
        var options = new TestHostOptions { Database = DatabaseKind.Sqlite, Folder = folder };
        string brand;
        await using (var host = await TestHost.StartAsync(options with { Plugins = Verticals.Folder }))
        {
            var house = await Hotel.OpenAsync(host);
            await house.PostAsync("restaurant/guest-counts", new { });
            brand = house.Brand.Code;
        }

        await using (var host = await TestHost.StartAsync(options))
        {
            var office = await host.AdministratorAsync();
            (await host.Client().GetStringAsync("/health/ready")).ShouldBe("Healthy");
            (await office.GetAsync($"/api/brands/{brand}/restaurant/sleepers")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await office.GetAsync($"/api/brands/{brand}/membership/members")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using (var host = await TestHost.StartAsync(options with { Plugins = Verticals.Folder }))
        {
            var office = await host.AdministratorAsync();
            (await office.GetStringAsync($"/api/brands/{brand}/restaurant/sleepers")).ShouldContain("memberNo");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Out_of_order_it_is_quarantined_and_cards_pay_without_it()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions { Plugins = Verticals.Folder });
        var house = await Hotel.OpenAsync(host);
        var (card, number) = await house.CardAsync(5_000m);
        await BreakAsync(host, house);

        for (var i = 0; i < 3; i++) (await house.ChargeAsync(number, 100m)).IsSuccessStatusCode.ShouldBeTrue();
        (await house.ChargeAsync(number, 4_000m)).IsSuccessStatusCode.ShouldBeTrue();

        (await house.AvailableAsync(card)).ShouldBe(1_200m);
        var found = house.Service<ModuleCatalogue>().Quarantined.ShouldHaveSingleItem();
        (found.Name, found.Step).ShouldBe(("Restaurant", "bound cards"));
        (await house.TryGetAsync("restaurant/sleepers")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Trait("Req", "RS-01"), Trait("Req", "RS-02"), Trait("Req", "RS-10")]
    public async Task Its_card_type_is_taken_over_as_a_draft_with_what_the_law_says_and_put_in_force()
    {
        const string drafts = "storedvalue/proposed-card-types/dining-card/draft";
        var house = await Hotel.OpenAsync(fixture.Host, on: false);
        (await house.GetAsync("storedvalue/card-types")).GetProperty("proposedTypes").GetArrayLength().ShouldBe(0);
        (await house.RefusalAsync(drafts, new { })).ShouldBe("storedvalue.card-type-not-proposed");
        await house.SwitchAsync(on: true);
        (await house.GetAsync("storedvalue/card-types")).GetProperty("proposedTypes")[0].GetString().ShouldBe("dining-card");
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        var list = $"/brands/{house.Brand.Code}/storedvalue/card-types";
        (await browser.OpenAsync(list)).ShouldContain("proposed-card-types/dining-card/draft");

        await house.PostAsync(drafts, new { });
        (await house.RefusalAsync(drafts, new { })).ShouldBe("storedvalue.card-type-there");
        (await browser.OpenAsync(list)).ShouldNotContain("proposed-card-types");
        var read = await house.GetAsync("storedvalue/card-types/dining-card");
        read.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString())
            .ShouldContain("storedvalue.law.loss-report");
        read.GetProperty("exampleRuns").EnumerateArray().ShouldAllBe(e => e.GetProperty("passed").GetBoolean());
        await house.PostAsync("storedvalue/card-types/dining-card/activation", new { });

        var card = (await house.SellAsync("dining-card", 20_000m, house.Member)).GetProperty("card").GetString()!;
        (await house.AvailableAsync(card)).ShouldBe(22_000m);
        (await house.RefusalAsync($"storedvalue/stored-value-cards/{card}/blocks", new { blockReason = "lost", note = "x" }))
            .ShouldBe("storedvalue.no-loss-report");
    }

    [Fact]
    public async Task It_is_granted_like_anything_else()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var cashier = await fixture.Host.Staff.PersonAsync(DefaultRole.Cashier, house.Brand, "s1");

        (await cashier.GetAsync(house.Api + "restaurant/table-bills?storeCode=s1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cashier.GetAsync(house.Api + "restaurant/table-bills?storeCode=s2")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await cashier.GetAsync(house.Api + "restaurant/sleepers")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Its table of rules is gone: whatever asks for them fails.</summary>
    private static Task<int> BreakAsync(TestHost host, Hotel house) => host.InBrandAsync(house.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.OpenAsync();
        await using var command = session.Connection.CreateCommand();
        command.CommandText = "DROP TABLE restaurant_rules_version";
        return await command.ExecuteNonQueryAsync();
    });
}
