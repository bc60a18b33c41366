using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Host.Setup;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Testing;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests.SqlServer;

/// <summary>
/// Runs every use case against a SQL Server that answers nothing, and has Microsoft's own parser read what it was sent:
/// the queries that EF writes for it and the statements of ours.
/// </summary>
public sealed class StatementTests
{
    private static readonly Brand Brand = new(1, "brand", "Brand", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Fact]
    public async Task Whatever_use_cases_send_to_SQL_Server_is_sound_TSQL()
    {
        var statements = await RecordAsync();

        statements.Count.ShouldBeGreaterThan(100);
        statements.Count(sql => sql.Contains("WITH ([value] nvarchar", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        statements.ShouldContain(sql => sql.Contains("WITH (UPDLOCK, HOLDLOCK) WHERE", StringComparison.Ordinal));
        SchemaRules.MixedCollations(statements).ShouldBeEmpty();
        statements.SelectMany(sql => SchemaRules.TsqlFaults(sql).Select(fault => $"{fault}: {sql}")).ShouldBeEmpty();
    }

    private static async Task<ICollection<string>> RecordAsync()
    {
        var statements = new ConcurrentDictionary<string, byte>();
        await using var host = HostSetup.Create(new HostArguments
        {
            Environment = "Testing",
            ContentRoot = Path.Combine(SourceTree.Root, "host", "RetailMember.Host"),
            Database = "sqlserver:Server=nowhere",
            Plugins = Path.Combine(AppContext.BaseDirectory, "no-plug-ins"),
            Configuration = new Dictionary<string, string?> { ["DataKey"] = Convert.ToBase64String(new byte[32]) },
            Replace = services => services.AddSingleton(
                new Database(DatabaseKind.SqlServer, () => new RecordingConnection(statements))),
        }).Build();
        foreach (var preparation in host.Services.GetServices<IPreparation>()) await TryAsync(preparation.PrepareAsync);
        var entry = host.Services.GetRequiredService<UseCaseEntry>();
        foreach (var useCase in House.Modules.Modules.SelectMany(m => m.UseCases))
            foreach (var whole in new[] { false, true })
                foreach (var brand in new[] { Brand, null })
                    await TryAsync(cancel => entry.RunUntypedAsync(
                        new MadeUpInput(whole).Of(useCase.InputType), CallOf(brand), cancel));
        return statements.Keys;
    }

    private static CallContext CallOf(Brand? brand) => new(Caller.House("test"), Channel.CommandLine) { Brand = brand };

    // Nothing is there, so most use cases refuse or stumble on the way; what they asked until then is what counts.
    private static async Task TryAsync(Func<CancellationToken, Task> run)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await run(patience.Token);
        }
        catch (Exception)
        {
            // See above.
        }
    }
}
