using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Jobs;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.Texts;
using RetailMember.UseCases;
using Shouldly;
using Xunit;

namespace RetailMember.Testing.Shop;

/// <summary>
/// Brands that run modules through the kernel's entry on a real database of their own; the platform's part is played in
/// memory.
/// </summary>
/// <param name="kind">The database.</param>
/// <param name="modules">Those under test, with what they need.</param>
/// <param name="brands">The first is the one that a call means where it names none.</param>
/// <param name="stores">Of these brands.</param>
public abstract class ModuleShop(
    DatabaseKind kind, IModule[] modules, Brand[] brands, Store[] stores) : IAsyncLifetime
{
    private TestDatabase database = null!;

    public SettableClock Clock { get; } = new(new DateTime(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc));

    public MemoryOutbox Outbox { get; } = new();

    public BrandsInMemory Brands { get; } = new(brands, stores);

    /// <summary>People who work here, as far as a module asks for them.</summary>
    public StaffInMemory Staff { get; } = new();

    /// <summary>Use cases that wait for a background worker.</summary>
    public MemoryBackground Background { get; } = new();

    public IServiceProvider Services => database.Services;

    public UseCaseEntry Entry => Services.GetRequiredService<UseCaseEntry>();

    /// <summary>The audit trail.</summary>
    public IReadOnlyCollection<CommandRecord> Commands => Log.Records;

    private MemoryCommandLog Log { get; } = new();

    public virtual async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(kind, AddHouse);

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a use case as the house, where no caller is named; throws its refusal.</summary>
    public Task<TResult> Do<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null) =>
        Entry.RunAsync(input, Call(brand, caller));

    public Task<Outcome<TResult>> TryDo<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null) =>
        Entry.TryAsync(input, Call(brand, caller));

    /// <summary>The refusal's code, or its first field's where the request is at fault.</summary>
    public async Task<string> RefusalOf<TResult>(IInput<TResult> input, Brand? brand = null, Caller? caller = null) =>
        CodeOf((await TryDo(input, brand, caller)).Refusal.ShouldNotBeNull());

    /// <summary>The refusal's code, or its first field's where the request is at fault.</summary>
    public static string CodeOf(Refusal refusal) => refusal.Fields is [var first, ..] ? first.Code : refusal.Code;

    /// <summary>Works on the tables themselves, in one transaction, past every use case.</summary>
    public Task<T> InTables<T>(Func<IServiceProvider, Task<T>> work, Brand? brand = null) =>
        database.InBrandAsync((brand ?? brands[0]).Id, work);

    /// <summary>A brand in Shanghai.</summary>
    protected static Brand BrandOf(int id, string code, string name) =>
        new(id, code, name, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>A person with grants that hold in a brand, or at one store of it alone.</summary>
    protected static Caller PersonAt(Brand brand, int? store, string name, params string[] permissions) => new(
        CallerKind.Person,
        StaffInMemory.KeyOf(name),
        name,
        permissions.ToFrozenDictionary(p => p, _ => new[] { new GrantScope(brand.Id, store) }));

    /// <summary>What a shop adds to the house.</summary>
    protected virtual void AddMore(IServiceCollection services)
    {
    }

    private CallContext Call(Brand? brand, Caller? caller) =>
        new(caller ?? Caller.House("house"), Channel.Api) { Brand = brand ?? brands[0] };

    private void AddHouse(IServiceCollection services)
    {
        var loaded = ModuleLoader.Load(modules, null, services, new ConfigurationBuilder().Build());
        Staff.Permissions = [.. loaded.Permissions];
        services.AddUseCases(loaded);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IBrandDirectory>(Brands);
        services.AddSingleton<IStaff>(Staff);
        services.AddSingleton<ICommandLog>(Log);
        services.AddSingleton<IRunProgress>(Background);
        services.AddSingleton<IBackgroundWork>(Background);
        services.AddSingleton<IOutbox>(Outbox);
        services.AddSingleton<ISettings>(new DefaultSettings(loaded));
        services.AddSingleton(new TextCatalogue(loaded.Modules.Select(m => m.Assembly)).For("zh-Hans"));
        AddMore(services);
    }
}
