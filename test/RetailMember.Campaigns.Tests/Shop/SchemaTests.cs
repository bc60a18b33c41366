using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Campaigns.Tests.Shop;

public sealed class SchemaTests(SqliteShop shop) : IClassFixture<SqliteShop>
{
    [Fact]
    public void Every_database_has_a_migration_for_the_model_as_it_is() =>
        shop.Services.GetRequiredService<Migrator>().PendingModelChanges().ShouldBeEmpty();
}
