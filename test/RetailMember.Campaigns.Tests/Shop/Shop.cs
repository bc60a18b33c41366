using System.Collections.Concurrent;
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
using RetailMember.Membership;
using RetailMember.Membership.Programmes;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.Settings;
using RetailMember.Testing;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Tests.Shop;

/// <summary>
/// Brands that run Campaigns with everything that it needs through the kernel's entry on a real database; the platform's
/// part is played in memory. Events are delivered when a test says so.
/// </summary>
public abstract class Shop(DatabaseKind kind) : IAsyncLifetime
{
    public static readonly Brand Pharmacy = new(1, "pharmacy", "药房", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    public static readonly Brand Apparel = new(2, "apparel", "服装", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private TestDatabase database = null!;

    public SettableClock Clock { get; } = new(new DateTime(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc));

    public MemoryOutbox Outbox { get; } = new();

    /// <summary>Who lives with whom, as another module would know it.</summary>
    public ConcurrentDictionary<Guid, Guid[]> Households { get; } = new();

    public IServiceProvider Services => database.Services;

    public UseCaseEntry Entry => Services.GetRequiredService<UseCaseEntry>();

    /// <summary>The audit trail.</summary>
    public IReadOnlyCollection<CommandRecord> Commands =>
        ((MemoryCommandLog)Services.GetRequiredService<ICommandLog>()).Records;

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
    public Task<TResult> Do<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null) =>
        Entry.RunAsync(input, Call(brand ?? Pharmacy, caller ?? Caller.House("house")));

    public Task<Outcome<TResult>> TryDo<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null) =>
        Entry.TryAsync(input, Call(brand ?? Pharmacy, caller ?? Caller.House("house")));

    /// <summary>The refusal's code, or its first field's where the request is at fault.</summary>
    public async Task<string> RefusalOf<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null)
    {
        var refusal = (await TryDo(input, brand, caller)).Refusal.ShouldNotBeNull();
        return refusal.Fields is [var first, ..] ? first.Code : refusal.Code;
    }

    /// <summary>Works on the tables themselves, in one transaction, past every use case.</summary>
    public Task<T> InTables<T>(Func<IServiceProvider, Task<T>> work, Brand? brand = null) =>
        database.InBrandAsync((brand ?? Pharmacy).Id, work);

    public static Caller Person(string name, params string[] permissions) => new(
        CallerKind.Person,
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)),
        name,
        permissions.ToFrozenDictionary(p => p, _ => new[] { new GrantScope(Pharmacy.Id, null) }));

    private static CallContext Call(Brand brand, Caller caller) => new(caller, Channel.Api) { Brand = brand };

    private void AddHouse(IServiceCollection services)
    {
        var modules = ModuleLoader.Load(
            [new LedgerModule(), new MembershipModule(), new RedemptionModule(), new CampaignsModule()],
            null, services, new ConfigurationBuilder().Build());
        services.AddUseCases(modules);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IBrandDirectory, TwoBrands>();
        services.AddSingleton<ICommandLog, MemoryCommandLog>();
        services.AddSingleton<IRunProgress, NoProgress>();
        services.AddSingleton<IBackgroundWork, NoBackground>();
        services.AddSingleton<IOutbox>(Outbox);
        services.AddSingleton<IHouseholds>(new HouseholdsInMemory(Households));
        services.AddSingleton<ISettings>(new DefaultSettings(modules));
        services.AddSingleton(new TextCatalogue(modules.Modules.Select(m => m.Assembly)).For("zh-Hans"));
    }
}

public sealed class SqliteShop() : Shop(DatabaseKind.Sqlite);

public sealed class PostgresShop() : Shop(DatabaseKind.Postgres);
