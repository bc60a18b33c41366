using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Testing;

namespace RetailMember.Ledger.Tests;

/// <summary>A database with the ledger's tables alone, and two units: points keep lots, growth does not.</summary>
public abstract class LedgerFixture(DatabaseKind kind) : IAsyncLifetime
{
    public const int Brand = 7;
    public const string Points = "points";
    public const string Growth = "growth";
    public const string Bounded = "bounded";

    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.CreateAsync(kind, services =>
    {
        new LedgerModule().AddServices(services, new ConfigurationBuilder().Build());
        services.AddLedgerUnit(new LedgerUnit(Points, KeepsLots: true));
        services.AddLedgerUnit(new LedgerUnit(Growth, KeepsLots: false));
        services.AddLedgerUnit(new LedgerUnit(Bounded, KeepsLots: true, Floor: 0));
    });

    public async ValueTask DisposeAsync()
    {
        if (Database is not null) await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public Task<T> Ask<T>(Func<ILedger, Task<T>> ask, int brand = Brand) =>
        Database.InBrandAsync(brand, scope => ask(scope.GetRequiredService<ILedger>()));

    public Task<IReadOnlyList<PostingOutcome>> Post(params Posting[] postings) => Ask(ledger => ledger.PostAsync(postings));

    public async Task<LedgerAuditLine> Audit(string unit, DateOnly asOf, int brand = Brand)
    {
        var lines = await Database.InBrandAsync(
            brand, scope => scope.GetRequiredService<ILedgerAudit>().VerifyAsync(asOf));
        return lines.Single(l => l.Unit == unit);
    }
}

public sealed class SqliteLedger() : LedgerFixture(DatabaseKind.Sqlite);

public sealed class PostgresLedger() : LedgerFixture(DatabaseKind.Postgres);
