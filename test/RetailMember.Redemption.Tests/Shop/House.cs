using System.Collections.Concurrent;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Jobs;
using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Tests.Shop;

/// <summary>A clock that stands still until it is set.</summary>
public sealed class SettableClock(DateTime utc) : TimeProvider
{
    private DateTime now = utc;

    public override DateTimeOffset GetUtcNow() => new(now);

    /// <summary>A wall-clock time in Shanghai, noon where none is given.</summary>
    public void Set(string day, string time = "12:00:00") => now = DateTime.SpecifyKind(
        DateTime.ParseExact($"{day} {time}", "yyyy-MM-dd HH:mm:ss", null).AddHours(-8), DateTimeKind.Utc);
}

internal sealed class TwoBrands : IBrandDirectory
{
    /// <summary>Whether <see cref="PluginInMemory"/> is switched on.</summary>
    public bool Plugin { get; set; } = true;

    private readonly Store[] stores = [new(11, 1, "s1", "一店", ""), new(12, 1, "s2", "二店", ""), new(21, 2, "s1", "一店", "")];

    public IReadOnlyList<Brand> Brands { get; } = [Shop.Apparel, Shop.Pharmacy];

    public Brand? Find(string code) => Brands.FirstOrDefault(b => b.Code == code);

    public Brand? Find(int id) => Brands.FirstOrDefault(b => b.Id == id);

    public IReadOnlyList<Store> StoresOf(int brandId) => [.. stores.Where(s => s.BrandId == brandId)];

    public Store? FindStore(int brandId, string code) => stores.FirstOrDefault(
        s => s.BrandId == brandId && s.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    public Store? FindStore(int storeId) => stores.FirstOrDefault(s => s.Id == storeId);

    public bool IsOn(string module, int brandId, int? storeId) => module != PluginInMemory.Name || Plugin;
}

internal sealed class DefaultSettings(ModuleCatalogue modules) : ISettings
{
    public string Text(string name, int? brandId) =>
        modules.Modules.SelectMany(m => m.Description.Settings).Single(s => s.Name == name).Default;

    public long WholeNumber(string name, int? brandId) =>
        long.Parse(Text(name, brandId), System.Globalization.CultureInfo.InvariantCulture);

    public bool YesNo(string name, int? brandId) => bool.Parse(Text(name, brandId));
}

internal sealed class NoProgress : IRunProgress
{
    public void Report(long done, long total)
    {
    }
}

/// <summary>Keeps background work until a test runs it.</summary>
internal sealed class MemoryBackground : IBackgroundWork
{
    public ConcurrentQueue<object> Waiting { get; } = new();

    public Task<Guid> EnqueueAsync<TResult>(IInput<TResult> input, CallContext call, CancellationToken cancel = default)
    {
        Waiting.Enqueue(input);
        return Task.FromResult(Guid.CreateVersion7());
    }
}

internal sealed class MemoryCommandLog : ICommandLog
{
    private readonly ConcurrentDictionary<(int, string, string), CommandRecord> records = new();

    public IReadOnlyCollection<CommandRecord> Records => [.. records.Values];

    public Task<IReadOnlyDictionary<string, CommandRecord>> FindAsync(
        int brandId, string useCase, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, CommandRecord>>(
            keys.Where(k => records.ContainsKey((brandId, useCase, k))).ToDictionary(k => k, k => records[(brandId, useCase, k)]));

    public Task AppendAsync(IReadOnlyCollection<CommandRecord> appended, CancellationToken cancel)
    {
        foreach (var record in appended) records[(record.BrandId, record.UseCase, record.Key)] = record;
        return Task.CompletedTask;
    }
}

/// <summary>Keeps events for a test to look at.</summary>
public sealed class MemoryOutbox : IOutbox
{
    private readonly ConcurrentQueue<IEvent> told = new();

    public IReadOnlyCollection<IEvent> Told => told;

    public Task AppendAsync(IReadOnlyCollection<IEvent> events, CancellationToken cancel)
    {
        foreach (var happened in events) told.Enqueue(happened);
        return Task.CompletedTask;
    }
}
