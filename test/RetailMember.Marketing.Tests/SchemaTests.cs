using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Testing;

namespace RetailMember.Marketing.Tests;

public sealed class SchemaTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    [Fact]
    public void Every_database_has_a_migration_for_the_model_as_it_is() =>
        fixture.Host.Services.GetRequiredService<Migrator>().PendingModelChanges().ShouldBeEmpty();
}
