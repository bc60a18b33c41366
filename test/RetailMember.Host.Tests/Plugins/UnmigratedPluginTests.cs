using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Host.CommandLine;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;
using RetailMember.Modules;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Plugins;

/// <summary>A plug-in whose tables are not there must stop neither the start nor the migration of the others.</summary>
public sealed class UnmigratedPluginTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("retailmember-unmigrated-").FullName;
    private readonly string plugins;

    public UnmigratedPluginTests()
    {
        plugins = Directory.CreateDirectory(Path.Combine(folder, "plugins")).FullName;
        BrokenPlugins.DropCrooked(plugins);
    }

    [Fact]
    public async Task A_server_in_Production_starts_without_it_and_says_what_it_lacks()
    {
        await using var migrated = await TestHost.StartAsync(new TestHostOptions { Database = DatabaseKind.Postgres, Plugins = plugins });
        await using var host = InProduction(migrated.Services.GetRequiredService<DatabaseOptions>().ConnectionString);

        await HostStart.PrepareAsync(host, migrate: false, default);

        var modules = host.Services.GetRequiredService<ModuleCatalogue>();
        var found = modules.Quarantined.ShouldHaveSingleItem();
        (found.Name, found.Step).ShouldBe(("Crooked", "migrate"));
        found.Reason.ShouldContain("crooked: 20250101000000_Crooked");
        modules.HasTables("Crooked").ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_in_Production_does_not_start_without_the_tables_of_the_core()
    {
        var database = await Databases.FreshAsync(DatabaseKind.Postgres, folder);
        await using var host = InProduction(database["postgres:".Length..]);
        var fault = await Should.ThrowAsync<HostFault>(HostStart.PrepareAsync(host, migrate: false, default));
        fault.Message.ShouldContain("platform: ");
    }

    [Fact]
    public async Task The_verb_names_it_and_fails_and_has_migrated_the_others()
    {
        await using (var host = HostSetup.Create(Arguments(Path.Combine(folder, "named.db"))).Build())
        {
            var done = await host.Services.GetRequiredService<TableKeeper>().MigrateAsync(default);
            done.Applied.ShouldContain(m => m.StartsWith("platform: ", StringComparison.Ordinal));
            done.Applied.ShouldNotContain(m => m.StartsWith("crooked: ", StringComparison.Ordinal));
            var failed = done.Failed.ShouldHaveSingleItem();
            (failed.Name, failed.Reason.Contains("NONSENSE", StringComparison.Ordinal)).ShouldBe(("Crooked", true));
        }

        var file = Path.Combine(folder, "verb.db");
        (await MigrateAsync(file, plugins)).ShouldBe(1);
        (await MigrateAsync(file, Directory.CreateDirectory(Path.Combine(folder, "none")).FullName)).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<int> MigrateAsync(string database, string plugins) => HostCommandLine.RunAsync(
        ["migrate", "--database", database, "--plugins", plugins, "--environment", "Testing"]);

    private WebApplication InProduction(string connection) =>
        HostSetup.Create(Arguments("postgres:" + connection) with { Environment = "Production" }).Build();

    private HostArguments Arguments(string database) => new()
    {
        Environment = "Testing",
        ContentRoot = ProductTree.HostFolder,
        Database = database,
        Plugins = plugins,
        Configuration = new Dictionary<string, string?> { ["DataKey"] = Convert.ToBase64String(new byte[32]) },
    };
}
