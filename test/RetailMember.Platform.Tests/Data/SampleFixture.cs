using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Testing;

namespace RetailMember.Platform.Tests.Data;

/// <summary>A database with the sample tables alone.</summary>
public abstract class SampleFixture(DatabaseKind kind) : IAsyncLifetime
{
    public const int Brand = 7;
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private TestDatabase database = null!;

    public ServiceProvider Services { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(kind, _ => { });
        Services = new ServiceCollection()
            .AddData(new DatabaseOptions(kind, database.ConnectionString), PersonalDataKeys.Of(Key))
            .AddModuleDb<SampleDb, SampleSqliteDb, SamplePostgresDb, SampleSqlServerDb>()
            .BuildServiceProvider();
        await using var scope = Services.CreateAsyncScope();
        var creator = scope.ServiceProvider.GetRequiredService<SampleDb>().Database.GetService<IRelationalDatabaseCreator>();
        await creator.CreateTablesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Services is not null) await Services.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs work in a scope of a brand, without a transaction.</summary>
    public async Task<T> Scope<T>(Func<IServiceProvider, DataSession, Task<T>> work, int? brand = Brand)
    {
        await using var scope = Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brand;
        return await work(scope.ServiceProvider, session);
    }

    /// <summary>Runs work in a transaction of a brand.</summary>
    public Task<T> Transact<T>(Func<IServiceProvider, IRows, Task<T>> work, int brand = Brand) => Scope(
        async (services, session) =>
        {
            await session.BeginAsync();
            var result = await work(services, services.GetRequiredService<IRows>());
            await session.CommitAsync();
            return result;
        },
        brand);

    public Task Transact(Func<IRows, Task> work) => Transact(async (_, rows) =>
    {
        await work(rows);
        return true;
    });

    public Task<List<Sample>> Read(params long[] ids) =>
        Scope((services, _) => services.GetRequiredService<IRows>().ReadAsync<Sample, long>(s => s.Id, ids));
}

public sealed class SqliteSamples() : SampleFixture(DatabaseKind.Sqlite);

public sealed class PostgresSamples() : SampleFixture(DatabaseKind.Postgres);

internal static class Some
{
    private static long lastId;

    /// <summary>A row that fills every column.</summary>
    public static Sample Full(long? id = null) => new()
    {
        Id = id ?? Interlocked.Increment(ref lastId),
        BrandId = SampleFixture.Brand,
        Owner = Guid.CreateVersion7(),
        Name = Guid.CreateVersion7().ToString(),
        Note = "“quoted” 中文 \0".TrimEnd('\0'),
        Mobile = "13800138000",
        Shade = Shade.Dark,
        Second = Shade.Light,
        Flag = true,
        Small = -5,
        Count = long.MaxValue,
        At = new DateTime(2026, 1, 5, 8, 30, 15, DateTimeKind.Utc).AddMicroseconds(123456),
        Later = new DateTime(2026, 1, 6, 0, 0, 0, DateTimeKind.Utc),
        Day = new DateOnly(2026, 1, 5),
        Until = DateOnly.MaxValue,
        Bytes = [1, 2, 255],
    };

    /// <summary>A row that fills only what it must.</summary>
    public static Sample Bare() => new()
    {
        Id = Interlocked.Increment(ref lastId),
        BrandId = SampleFixture.Brand,
        Name = Guid.CreateVersion7().ToString(),
        Shade = Shade.Light,
        At = DateTime.UnixEpoch,
    };
}
