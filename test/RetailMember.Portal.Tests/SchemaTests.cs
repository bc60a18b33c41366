using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Portal.Tests;

public sealed class SchemaTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    [Fact]
    public void Every_database_has_a_migration_for_the_model_as_it_is() =>
        portal.Host.Services.GetRequiredService<Migrator>().PendingModelChanges().ShouldBeEmpty();
}
