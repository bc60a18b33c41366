using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Ledger.Tests;

public sealed class SchemaTests(SqliteLedger fixture) : IClassFixture<SqliteLedger>
{
    [Fact]
    public void Every_database_has_a_migration_for_the_model_as_it_is() =>
        fixture.Database.Services.GetRequiredService<Migrator>().PendingModelChanges().ShouldBeEmpty();

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.SqlServer)]
    public void Every_database_has_a_script(DatabaseKind kind) =>
        fixture.Database.Services.GetRequiredService<Migrator>().Script(kind).ShouldContain("ledger_posting");
}
