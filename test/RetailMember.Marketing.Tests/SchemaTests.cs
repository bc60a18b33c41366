using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Testing;

namespace RetailMember.Marketing.Tests;

public sealed class SchemaTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    [Fact]
    public void Every_database_has_a_migration_for_the_model_as_it_is() =>
        fixture.Host.Services.GetRequiredService<Migrator>().PendingModelChanges().ShouldBeEmpty();

    [Fact]
    public async Task Decisions_of_a_journey_are_listed_and_counted_by_an_index()
    {
        await using var scope = fixture.Host.Services.CreateAsyncScope();
        var indexes = scope.ServiceProvider.GetRequiredService<MarketingDb>().Model.FindEntityType(typeof(JourneyDecision))!.GetIndexes()
            .Select(i => string.Join(' ', i.Properties.Select(c => c.Name))).ToList();

        indexes.ShouldContain("JourneyId DecidedAt Id");
        indexes.ShouldContain("BrandId JourneyId Outcome");
    }
}
