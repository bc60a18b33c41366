using System.Collections.Concurrent;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Jobs;
using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tests.Shop;

/// <summary>A clock that stands still until it is set.</summary>
public sealed class SettableClock(DateTime utc) : TimeProvider
{
    private DateTime now = utc;

    public override DateTimeOffset GetUtcNow() => new(now);

    /// <summary>Noon of a day in Shanghai, or so many seconds later.</summary>
    public void Set(string day, int second = 0) => now = DateTime.SpecifyKind(
        DateOnly.ParseExact(day, "yyyy-MM-dd", null).ToDateTime(new TimeOnly(4, 0, second)), DateTimeKind.Utc);
}

internal sealed class ThreeBrands : IBrandDirectory
{
    private readonly Store[] stores =
    [
        new(11, 1, "s1", "一店", ""), new(12, 1, "s2", "二店", ""), new(21, 2, "s1", "一店", ""), new(31, 3, "s1", "一店", ""),
        new(13, 1, "closed", "旧店", "") { Closed = true, ClosedAt = new DateTime(2026, 1, 31, 16, 0, 0, DateTimeKind.Utc) },
    ];

    public IReadOnlyList<Brand> Brands { get; } = [Shop.Pharmacy, Shop.Apparel, Shop.Restaurant];

    public Brand? Find(string code) => Brands.FirstOrDefault(b => b.Code == code);

    public Brand? Find(int id) => Brands.FirstOrDefault(b => b.Id == id);

    public IReadOnlyList<Store> StoresOf(int brandId) => [.. stores.Where(s => s.BrandId == brandId)];

    public Store? FindStore(int brandId, string code) => stores.FirstOrDefault(
        s => s.BrandId == brandId && s.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    public Store? FindStore(int storeId) => stores.FirstOrDefault(s => s.Id == storeId);

    public bool IsOn(string module, int brandId, int? storeId) => true;
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

/// <summary>Keeps events until a test delivers them.</summary>
public sealed class MemoryOutbox : IOutbox
{
    private readonly ConcurrentQueue<IEvent> told = new();

    public IReadOnlyCollection<IEvent> Told => told;

    public Task AppendAsync(IReadOnlyCollection<IEvent> events, CancellationToken cancel)
    {
        foreach (var happened in events) told.Enqueue(happened);
        return Task.CompletedTask;
    }

    public void Signal()
    {
    }
}
