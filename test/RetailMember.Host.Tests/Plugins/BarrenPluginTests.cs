using Microsoft.Extensions.DependencyInjection;
using RetailMember.Demonstrations;
using RetailMember.Modules;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Plugins;

/// <summary>A plug-in whose share of the demonstration fails must not stop the first start.</summary>
public sealed class BarrenPluginTests
{
    private const string Share =
        """
        public sealed class BarrenShare : IDemonstration
        {
            public int Order => 500;

            public Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel) =>
                throw new InvalidOperationException("nothing grows here");
        }
        """;

    [Fact]
    public async Task It_is_quarantined_and_the_chain_is_sown_without_it()
    {
        var plugins = Directory.CreateTempSubdirectory("retailmember-barren-").FullName;
        BrokenPlugin.Drop(plugins, "Barren",
            "public void AddServices(IServiceCollection services, IConfiguration configuration) => "
            + "services.AddScoped<IDemonstration, BarrenShare>();",
            Share);
        await using var host = await TestHost.StartAsync(new TestHostOptions { Plugins = plugins, Replace = KeepTwo });

        var notes = await host.SeedDemonstrationAsync();

        notes.LogIns.ShouldNotBeEmpty();
        var found = host.Services.GetRequiredService<ModuleCatalogue>().Quarantined.ShouldHaveSingleItem();
        (found.Name, found.Step, found.Reason).ShouldBe(("Barren", "demonstration", "nothing grows here"));
    }

    // The chain's brands and the plug-in's share: what the other modules sow takes its time.
    private static void KeepTwo(IServiceCollection services)
    {
        foreach (var share in services.Where(s => s.ServiceType == typeof(IDemonstration)).ToList())
            if (share.ImplementationType!.Name is not ("PlatformDemonstration" or "BarrenShare")) services.Remove(share);
    }
}
