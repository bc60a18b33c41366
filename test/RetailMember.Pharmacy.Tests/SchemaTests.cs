using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Pharmacy.Tests;

public sealed class SchemaTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    [Fact]
    public void Every_database_has_a_migration_for_the_model_as_it_is() =>
        fixture.Host.Services.GetRequiredService<Migrator>().PendingModelChanges().ShouldBeEmpty();
}
