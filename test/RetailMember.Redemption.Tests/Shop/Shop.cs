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
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.Testing;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Tests.Shop;

/// <summary>
/// Two brands that run Redemption and Ledger through the kernel's entry on a real database; the platform's part and the
/// members are played in memory.
/// </summary>
public abstract class Shop(DatabaseKind kind) : IAsyncLifetime
{
    public static readonly Brand Apparel = new(1, "apparel", "服装", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    public static readonly Brand Pharmacy = new(2, "pharmacy", "药房", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private TestDatabase database = null!;

    public SettableClock Clock { get; } = new(new DateTime(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc));

    public MembersInMemory Members { get; } = new();

    public MemoryOutbox Outbox { get; } = new();

    public IServiceProvider Services => database.Services;

    public UseCaseEntry Entry => Services.GetRequiredService<UseCaseEntry>();

    /// <summary>The audit trail.</summary>
    public IReadOnlyCollection<CommandRecord> Commands =>
        ((MemoryCommandLog)Services.GetRequiredService<ICommandLog>()).Records;

    /// <summary>Use cases that wait for a background worker.</summary>
    internal MemoryBackground Background => (MemoryBackground)Services.GetRequiredService<IBackgroundWork>();

    internal TwoBrands Brands => (TwoBrands)Services.GetRequiredService<IBrandDirectory>();

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(kind, AddHouse);

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a use case as the house; throws its refusal.</summary>
    public Task<TResult> Do<TResult>(IInput<TResult> input, Brand? brand = null) =>
        Entry.RunAsync(input, Call(brand ?? Apparel, Caller.House("house")));

    public Task<Outcome<TResult>> TryDo<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null) =>
        Entry.TryAsync(input, Call(brand ?? Apparel, caller ?? Caller.House("house")));

    /// <summary>The refusal's code, or its first field's where the request is at fault.</summary>
    public async Task<string> RefusalOf<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null)
    {
        var refusal = (await TryDo(input, brand, caller)).Refusal.ShouldNotBeNull();
        return refusal.Fields is [var first, ..] ? first.Code : refusal.Code;
    }

    /// <summary>Works on the tables themselves, in one transaction, past every use case.</summary>
    public Task<T> InTables<T>(Func<IServiceProvider, Task<T>> work, Brand? brand = null) =>
        database.InBrandAsync((brand ?? Apparel).Id, work);

    public static Caller Person(string name, params string[] permissions) => new(
        CallerKind.Person,
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)),
        name,
        permissions.ToFrozenDictionary(p => p, _ => new[] { new GrantScope(Apparel.Id, null) }));

    /// <summary>A person whose grants hold at one store alone.</summary>
    public static Caller Clerk(string name, int store, params string[] permissions) => new(
        CallerKind.Person,
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)),
        name,
        permissions.ToFrozenDictionary(p => p, _ => new[] { new GrantScope(Apparel.Id, store) }));

    /// <summary>A member who has logged in on his phone.</summary>
    public static Caller Phone(MemberSummary member) => Caller.Member(member.Id, member.MemberNo, Apparel.Id);

    private static CallContext Call(Brand brand, Caller caller) => new(caller, Channel.Api) { Brand = brand };

    private void AddHouse(IServiceCollection services)
    {
        var modules = ModuleLoader.Load(
            [new LedgerModule(), new MembershipStandIn(Members), new RedemptionModule()],
            null, services, new ConfigurationBuilder().Build());
        services.AddUseCases(modules);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IBrandDirectory, TwoBrands>();
        services.AddSingleton<ICommandLog, MemoryCommandLog>();
        services.AddSingleton<IRunProgress, NoProgress>();
        services.AddSingleton<IBackgroundWork, MemoryBackground>();
        services.AddSingleton<IOutbox>(Outbox);
        services.AddSingleton<ISettings>(new DefaultSettings(modules));
        services.AddSingleton(new TextCatalogue(modules.Modules.Select(m => m.Assembly)).For("zh-Hans"));
    }
}

public sealed class SqliteShop() : Shop(DatabaseKind.Sqlite);

public sealed class PostgresShop() : Shop(DatabaseKind.Postgres);
