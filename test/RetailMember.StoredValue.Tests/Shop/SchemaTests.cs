using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.StoredValue.Tests.Shop;

public sealed class SchemaTests(SqliteCards shop) : IClassFixture<SqliteCards>
{
    [Fact]
    public void Every_database_has_a_migration_for_the_model_as_it_is() =>
        shop.Services.GetRequiredService<Migrator>().PendingModelChanges().ShouldBeEmpty();
}
