using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Plugins;

/// <summary>Every plug-in here is broken in a way of its own; one is sound. One host meets them all.</summary>
public sealed class QuarantineTests(QuarantineTests.BrokenHost broken) : IClassFixture<QuarantineTests.BrokenHost>
{
    private ModuleCatalogue Modules => broken.Host.Services.GetRequiredService<ModuleCatalogue>();

    [Fact]
    public async Task The_host_goes_on() =>
        (await broken.Host.Client().GetStringAsync("/health/ready")).ShouldBe("Healthy");

    [Fact]
    public async Task A_sound_plug_in_beside_broken_ones_runs()
    {
        Modules.IsRunning("Sound").ShouldBeTrue();
        var brand = await broken.Host.BrandAsync("pharmacy");
        await SwitchAsync("Sound", brand.Code);
        (await broken.Host.Client().GetStringAsync("/api/brands/pharmacy/sound/hello")).ShouldBe("hello");
    }

    [Theory]
    [InlineData("Absent", "load", "Absent.dll is not in its folder")]
    [InlineData("Rubbish", "load", "format")]
    [InlineData("Twins", "load", "2 public modules")]
    [InlineData("Nobody", "load", "0 public modules")]
    [InlineData("Unborn", "load", "cannot be made")]
    [InlineData("Nameless", "load", "has no name")]
    [InlineData("Shy", "load", "not telling")]
    [InlineData("Greedy", "load", "wants everything")]
    [InlineData("Modest", "load", "does not say what it needs")]
    [InlineData("Vague", "load", "needs a module without a name")]
    [InlineData("Echo", "describe", "is the input of two use cases")]
    [InlineData("Namesake", "describe", "Two use cases are named namesake.namesake-do")]
    [InlineData("Eager", "describe", "Ear is described twice")]
    [InlineData("Homonym", "describe", "Ear is described twice")]
    [InlineData("Lonely", "order", "needs the module Pharmacopoeia")]
    [InlineData("Chicken", "order", "circle")]
    [InlineData("Orphan", "describe", "needs the module Mute")]
    [InlineData("Mute", "describe", "nothing to say")]
    [InlineData("Stranger", "describe", "must start with 'Stranger.'")]
    [InlineData("Doubled", "describe", "described twice")]
    [InlineData("Timeless", "describe", "no Quartz cron")]
    [InlineData("Health", "describe", "cannot be a module's name")]
    [InlineData("Lawless", "describe", "nobody describes")]
    [InlineData("Silent", "describe", "says nothing of its access")]
    [InlineData("Poor", "add services", "no services today")]
    [InlineData("Usurper", "add services", "which is the host's own")]
    [InlineData("Restless", "add services", "describe a job instead")]
    [InlineData("Babel", "read texts", "stands twice")]
    [InlineData("Lost", "map endpoints", "no way")]
    [InlineData("Knotted", "map endpoints", "")]
    [InlineData("Crooked", "migrate", "NONSENSE")]
    [InlineData("Leaning", "migrate", "needs Crooked")]
    public void A_broken_one_is_quarantined_with_its_reason(string name, string step, string reason)
    {
        var found = Modules.Quarantined.Where(q => q.Name == name).ToList().ShouldHaveSingleItem();
        found.Step.ShouldBe(step);
        found.Reason.ShouldContain(reason, Case.Insensitive);
        Modules.IsRunning(name).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_fails_half_way_leaves_no_address_behind()
    {
        (await broken.Host.Client().GetAsync("/api/lost/early")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await broken.Host.Client().GetAsync("/api/crooked/tables")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_that_takes_a_core_modules_name_is_quarantined_and_that_module_goes_on()
    {
        var found = Modules.Quarantined.Where(q => q.Name == "Membership").ToList().ShouldHaveSingleItem();
        (found.Step, found.Reason).ShouldBe(("order", "Another module is named Membership already."));
        Modules.IsRunning("Membership").ShouldBeTrue();
        await broken.Host.BrandAsync("till");
        var answer = await (await broken.Host.AdministratorAsync()).GetAsync("/api/brands/till/membership/programmes");
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void One_that_usurps_a_core_service_does_not_get_it() =>
        broken.Host.Brands.GetType().Assembly.GetName().Name.ShouldBe("RetailMember.Platform");

    private async Task SwitchAsync(string module, string brand)
    {
        var headOffice = await broken.Host.AdministratorAsync();
        await headOffice.SwitchAsync(module, brand, on: true);
    }

    public sealed class BrokenHost : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var plugins = Directory.CreateTempSubdirectory("retailmember-broken-").FullName;
            BrokenPlugins.DropAll(plugins);
            Host = await TestHost.StartAsync(new TestHostOptions { Plugins = plugins });
        }

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
