using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Jobs;
using RetailMember.Ledger;
using RetailMember.Membership.Programmes;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.Testing;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tests.Shop;

/// <summary>
/// Brands that run Membership and Ledger through the kernel's entry on a real database; the platform's part is
/// played in memory.
/// </summary>
public abstract class Shop(DatabaseKind kind) : IAsyncLifetime
{
    public static readonly Brand Pharmacy = new(1, "pharmacy", "药房", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    public static readonly Brand Apparel = new(2, "apparel", "服装", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>Has no programme yet.</summary>
    public static readonly Brand Restaurant = new(3, "restaurant", "餐厅", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private TestDatabase database = null!;

    public SettableClock Clock { get; } = new(new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc));

    public MemoryOutbox Outbox { get; } = new();

    public IServiceProvider Services => database.Services;

    /// <summary>The audit trail.</summary>
    public IReadOnlyCollection<CommandRecord> Commands =>
        ((MemoryCommandLog)Services.GetRequiredService<ICommandLog>()).Records;

    public UseCaseEntry Entry => Services.GetRequiredService<UseCaseEntry>();

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(kind, AddHouse);
        foreach (var brand in (Brand[])[Pharmacy, Apparel])
            await Do(new StartProgramme.Input("four-tiers", new DateTime(2020, 1, 1)), brand);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a use case as the house; throws its refusal.</summary>
    public Task<TResult> Do<TResult>(IInput<TResult> input, Brand? brand = null, string caller = "house") =>
        Entry.RunAsync(input, Call(brand ?? Pharmacy, Caller.House(caller)));

    /// <summary>Runs a use case as a person with permissions for the brand, or for its store 11.</summary>
    public Task<TResult> DoAs<TResult>(string person, IInput<TResult> input, params string[] permissions) =>
        Entry.RunAsync(input, Call(Pharmacy, Person(person, permissions)));

    /// <summary>Works on the tables themselves, past every use case.</summary>
    public Task<T> InTables<T>(Func<IServiceProvider, Task<T>> work, Brand? brand = null) =>
        database.InBrandAsync((brand ?? Pharmacy).Id, work);

    /// <summary>Runs a use case for the chain as a whole.</summary>
    public Task<TResult> DoForChain<TResult>(IInput<TResult> input, Caller? caller = null) =>
        Entry.RunAsync(input, new CallContext(caller ?? Caller.House("house"), Channel.Api));

    public async Task<string> RefusalOf<TResult>(IInput<TResult> input, Brand? brand = null)
    {
        var outcome = await Entry.TryAsync(input, Call(brand ?? Pharmacy, Caller.House("house")));
        return CodeOf(outcome.Refusal.ShouldNotBeNull());
    }

    /// <summary>The refusal's code, or its first field's where the request is at fault.</summary>
    public static string CodeOf(Refusal refusal) => refusal.Fields is [var first, ..] ? first.Code : refusal.Code;

    public static Caller Person(string name, params string[] permissions) => new(
        CallerKind.Person,
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)),
        name,
        permissions.ToFrozenDictionary(p => p, _ => new[] { new GrantScope(Pharmacy.Id, null) }));

    private static CallContext Call(Brand brand, Caller caller) => new(caller, Channel.Api) { Brand = brand };

    /// <summary>What a test adds to the house.</summary>
    protected virtual void AddMore(IServiceCollection services)
    {
    }

    private void AddHouse(IServiceCollection services)
    {
        var modules = ModuleLoader.Load(
            [new LedgerModule(), new MembershipModule()], null, services, new ConfigurationBuilder().Build());
        services.AddUseCases(modules);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IBrandDirectory, ThreeBrands>();
        services.AddSingleton<ICommandLog, MemoryCommandLog>();
        services.AddSingleton<IRunProgress, NoProgress>();
        services.AddSingleton<IOutbox>(Outbox);
        services.AddSingleton<ISettings>(new DefaultSettings(modules));
        services.AddSingleton(new TextCatalogue(modules.Modules.Select(m => m.Assembly)).For("zh-Hans"));
        AddMore(services);
    }
}

public sealed class SqliteShop() : Shop(DatabaseKind.Sqlite);

public sealed class PostgresShop() : Shop(DatabaseKind.Postgres);
