using System.Data;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class SessionTestsOnSqlite(SqliteLedger fixture) : SessionTests(fixture), IClassFixture<SqliteLedger>;

public sealed class SessionTestsOnPostgres(PostgresLedger fixture) : SessionTests(fixture), IClassFixture<PostgresLedger>;

public abstract class SessionTests(LedgerFixture fixture)
{
    [Fact]
    public async Task A_scope_left_in_the_middle_of_its_transaction_gives_connection_and_turn_back()
    {
        var scope = fixture.Database.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = LedgerFixture.Brand;
        await session.BeginAsync();
        var left = Someone();
        await scope.ServiceProvider.GetRequiredService<ILedger>().PostAsync([Earn(left, 100, "2025-03-15")]);
        var connection = session.Connection;

        await scope.DisposeAsync();

        connection.State.ShouldBe(ConnectionState.Closed);
        var next = Someone();
        await fixture.Post(Earn(next, 50, "2025-03-15"));
        (await Balance(left, "2025-03-15")).Total.ShouldBe(0);
        (await Balance(next, "2025-03-15")).Total.ShouldBe(50);

        async Task<LedgerBalance> Balance(Guid owner, string day) =>
            (await fixture.Ask(l => l.ReadBalancesAsync([owner], LedgerFixture.Points, Day(day)))).GetValueOrDefault(owner)
            ?? new LedgerBalance(0, 0, 0, null, 0);
    }
}
