using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Plugins;

/// <summary>
/// A plug-in that says what may not be given is missed when it cannot be loaded any more, at whatever step it fails; one whose
/// folder was taken away is not.
/// </summary>
[Trait("Req", "PH-13")]
public sealed class MissedPluginTests : IDisposable
{
    private const string Name = "Warden";

    private const string Gate =
        """
        public sealed class WardenGate : IRewardGate
        {
            public string Module => "Warden";
            public int Order => 0;
            public ValueTask<IReadOnlyDictionary<string, Refusal>> RefusedAsync(
                IReadOnlyCollection<GatedReward> rewards, CancellationToken cancel) =>
                new(new Dictionary<string, Refusal>());
        }
        public sealed class WardenKeeps : IMemberRetention
        {
            public string Module => "Warden";
            public Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
                Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());
        }
        """;

    private const string Services =
        "services.AddScoped<IRewardGate, WardenGate>(); services.AddScoped<IMemberRetention, WardenKeeps>();";

    private readonly string folder = Directory.CreateTempSubdirectory("retailmember-missed-").FullName;
    private int reward;

    [Fact]
    public async Task Whatever_it_fails_at_its_gate_stays_shut_where_it_is_on()
    {
        await using (var host = await StartAsync("well", Well))
        {
            foreach (var brand in (string[])["on", "off"]) await host.BrandAsync(brand, "s1");
            await (await host.AdministratorAsync()).SwitchAsync(Name, "on", on: true);
            (await GivenAsync(host, "on")).ShouldBeNull();
        }

        (string Step, Action<string> Drop)[] faults =
        [
            ("load", plugins => Directory.CreateDirectory(Path.Combine(plugins, Name))),
            ("load", plugins => BrokenPlugin.DropRubbish(plugins, Name)),
            ("order", plugins => BrokenPlugin.Drop(
                plugins, Name, "public IReadOnlyList<string> Needs => new[] { \"Nobody\" };" + Adding(Services), Gate)),
            ("describe", plugins => BrokenPlugin.Drop(
                plugins, Name,
                "public void Describe(ModuleDescription module) => throw new InvalidOperationException(\"mute\");" + Adding(Services),
                Gate)),
            ("add services", plugins => BrokenPlugin.Drop(
                plugins, Name, Adding(Services + " throw new InvalidOperationException(\"poor\");"), Gate)),
        ];
        foreach (var (index, (step, drop)) in faults.Index())
        {
            await using var host = await StartAsync($"fault-{index}", drop);
            await ShouldBeMissedAsync(host, step);
        }

        await using (var healed = await StartAsync("again", Well)) (await GivenAsync(healed, "on")).ShouldBeNull();
    }

    [Fact]
    public async Task Another_plug_in_of_its_name_does_not_open_its_gate()
    {
        await using (var host = await StartAsync("well", Well))
        {
            await host.BrandAsync("on", "s1");
            await (await host.AdministratorAsync()).SwitchAsync(Name, "on", on: true);
        }

        await using (var both = await StartAsync("both", Both))
            (await GivenAsync(both, "on")).ShouldBe("redemption.gate-out-of-order");
        await using var still = await StartAsync("still", Both);
        (await GivenAsync(still, "on")).ShouldBe("redemption.gate-out-of-order");

        static void Both(string plugins)
        {
            BrokenPlugin.Drop(plugins, "Impostor", $"public string Name => \"{Name}\";");
            Well(plugins);
        }
    }

    [Fact]
    public async Task Unplugged_it_is_not_missed_nor_is_one_that_gave_its_gate_up_or_never_ran_here()
    {
        await using (var host = await StartAsync("well", Well))
        {
            await host.BrandAsync("on", "s1");
            await (await host.AdministratorAsync()).SwitchAsync(Name, "on", on: true);
        }

        await using (var host = await StartAsync("none", _ => { }))
        {
            host.Services.GetRequiredService<ModuleCatalogue>().Quarantined.ShouldBeEmpty();
            (await GivenAsync(host, "on")).ShouldBeNull();
            Missed<IMemberRetention>(host).ShouldBeEmpty();
        }

        await using (var host = await StartAsync("back", plugins => BrokenPlugin.DropRubbish(plugins, Name)))
            (await GivenAsync(host, "on")).ShouldBe("redemption.gate-out-of-order");
        await using (var host = await StartAsync("gateless", plugins => BrokenPlugin.Drop(plugins, Name)))
            (await GivenAsync(host, "on")).ShouldBeNull();
        await using (var host = await StartAsync("broken", plugins =>
                     {
                         BrokenPlugin.DropRubbish(plugins, Name);
                         BrokenPlugin.DropRubbish(plugins, "Stranger");
                     }))
        {
            (await GivenAsync(host, "on")).ShouldBeNull();
            Missed<IRewardGate>(host).ShouldBeEmpty();
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task ShouldBeMissedAsync(TestHost host, string step)
    {
        var found = host.Services.GetRequiredService<ModuleCatalogue>().Quarantined.ShouldHaveSingleItem();
        (found.Name, found.Step).ShouldBe((Name, step));
        (await GivenAsync(host, "on")).ShouldBe("redemption.gate-out-of-order", step);
        (await GivenAsync(host, "off")).ShouldBeNull(step);
        Missed<IMemberRetention>(host).ShouldBe([Name]);
        var office = await host.AdministratorAsync();
        var told = await office.GetFromJsonAsync<JsonElement>("/api/platform/modules");
        told.GetProperty("quarantined")[0].GetProperty("missedSeams").EnumerateArray().Select(s => s.GetString())
            .ShouldBe([typeof(IMemberRetention).FullName, typeof(IRewardGate).FullName]);
        var page = await (await host.Staff.BrowserAsync(DefaultRole.HeadOffice)).OpenAsync("/platform/plugins");
        page.ShouldContain("no goods are given");
        page.ShouldContain("take its folder out");
    }

    private static IReadOnlyList<string> Missed<TSeam>(TestHost host) =>
        host.Services.GetRequiredService<ModuleCatalogue>().Missing<TSeam>();

    /// <summary>The refusal of a reward of goods; null where there is none.</summary>
    private async Task<string?> GivenAsync(TestHost host, string brand)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = "药", ["en"] = "Medicine" };
        using var answer = await (await host.AdministratorAsync()).PutAsJsonAsync(
            $"/api/brands/{brand}/redemption/rewards/gift-{++reward}", new { terms = new { name, kind = "goods", points = 100 } });
        if (answer.StatusCode == HttpStatusCode.OK) return null;
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private static void Well(string plugins) => BrokenPlugin.Drop(plugins, Name, Adding(Services), Gate);

    private static string Adding(string body) =>
        $"public void AddServices(IServiceCollection services, IConfiguration configuration) {{ {body} }}";

    /// <summary>Starts on the same database, with a folder of plug-ins of its own.</summary>
    private Task<TestHost> StartAsync(string plugins, Action<string> drop)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, plugins)).FullName;
        drop(place);
        return TestHost.StartAsync(new TestHostOptions { Folder = folder, Plugins = place });
    }
}
