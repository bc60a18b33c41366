using RetailMember.Data;
using RetailMember.People;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Settings;
using RetailMember.Platform.Tests.Probe;
using RetailMember.Settings;

namespace RetailMember.Platform.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_one_host_changes_the_other_sees_within_two_seconds(DatabaseKind kind)
    {
        await using var one = await PlatformHost.StartAsync(kind);
        await using var two = await one.TwinAsync();
        var brand = await one.OpenBrandAsync("pharmacy");
        await one.Entry.RunAsync(new ChangeSetting.Input("Probe.Limit", "12"), PlatformHost.House);
        var till = await new Staff(one).TillAsync(brand, "north");

        one.Brands.FindStore(brand.Id, "north").ShouldNotBeNull();
        await EventuallyAsync(() => two.Brands.FindStore(brand.Id, "south") is not null);
        await EventuallyAsync(() => Limit(two, brand.Id) == 12);
        using var client = two.Client(till);
        await EventuallyAsync(() => client.GetAsync("/api/platform/brands"), r => r.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_setting_of_the_brand_goes_before_the_chains_and_that_before_the_default()
    {
        await using var host = await PlatformHost.StartAsync();
        var brand = await host.OpenBrandAsync("pharmacy");
        Limit(host, brand.Id).ShouldBe(7);
        await host.Entry.RunAsync(new ChangeSetting.Input("Probe.Limit", "12"), PlatformHost.House);
        Limit(host, brand.Id).ShouldBe(12);
        await host.Entry.RunAsync(new ChangeSetting.Input("Probe.Limit", "15"), host.In(brand));
        Limit(host, brand.Id).ShouldBe(15);
        await host.Entry.RunAsync(new ChangeSetting.Input("Probe.Limit", null), host.In(brand));
        Limit(host, brand.Id).ShouldBe(12);
        (await host.Entry.TryAsync(new ChangeSetting.Input("Probe.Limit", "many"), PlatformHost.House))
            .Refusal!.Fields[0].Code.ShouldBe("field.malformed");
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task A_setting_takes_what_lies_within_its_bounds_and_the_words_that_it_knows()
    {
        await using var host = await PlatformHost.StartAsync();
        var brand = await host.OpenBrandAsync("pharmacy");
        await host.Entry.RunAsync(new ChangeSetting.Input("Probe.Limit", "100"), PlatformHost.House);
        await host.Entry.RunAsync(new ChangeSetting.Input("Probe.Answer", "off"), PlatformHost.House);

        (await FaultAsync("Probe.Limit", "0")).ShouldBe("field.inclusive-between");
        (await FaultAsync("Probe.Limit", "99999999")).ShouldBe("field.inclusive-between");
        (await FaultAsync("Probe.Answer", "Off")).ShouldBe("field.enum");
        (await FaultAsync("Probe.Answer", "")).ShouldBe("field.enum");

        Limit(host, brand.Id).ShouldBe(100);
        ((ISettings)host.Services.GetService(typeof(ISettings))!).Text("Probe.Answer", brand.Id).ShouldBe("off");

        async Task<string> FaultAsync(string name, string given) =>
            (await host.Entry.TryAsync(new ChangeSetting.Input(name, given), PlatformHost.House))
            .Refusal!.Fields.ShouldHaveSingleItem().Code;
    }

    [Fact]
    public async Task A_change_that_was_rolled_back_is_in_no_snapshot()
    {
        await using var host = await PlatformHost.StartAsync();
        await host.OpenBrandAsync("pharmacy");
        (await host.Entry.TryAsync(new CreateBrand.Input("pharmacy", "Again"), PlatformHost.House)).Accepted.ShouldBeFalse();
        host.Brands.Brands.ShouldHaveSingleItem().Name.ShouldBe("pharmacy");
    }

    [Fact]
    public async Task Default_grants_are_given_once_and_what_head_office_takes_away_stays_away()
    {
        await using var host = await PlatformHost.StartAsync();
        await host.Entry.RunAsync(
            new RetailMember.Platform.People.ChangeRolePermissions.Input(DefaultRole.Till, []), PlatformHost.House);
        await using var restarted = await host.TwinAsync();
        var brand = await restarted.OpenBrandAsync("pharmacy");
        using var client = restarted.Client(await new Staff(restarted).TillAsync(brand, "north"));
        (await client.GetAsync("/api/brands/pharmacy/probe/notes")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static long Limit(PlatformHost host, int brandId) =>
        ((ISettings)host.Services.GetService(typeof(ISettings))!).WholeNumber("Probe.Limit", brandId);

    private static Task EventuallyAsync(Func<bool> holds) => EventuallyAsync(() => Task.FromResult(holds()), held => held);

    private static async Task EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> holds)
    {
        for (var i = 0; i < 50; i++)
        {
            if (holds(await ask())) return;
            await Task.Delay(100);
        }

        throw new TimeoutException("It was not seen within five seconds.");
    }
}
