using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;
using RetailMember.Data;

namespace RetailMember.Architecture.Tests;

public sealed class SchemaTests
{
    private static readonly Migrator Migrator = House.Services.GetRequiredService<Migrator>();

    [Fact]
    public void Migrations_hold_everything_that_the_models_say() => Migrator.PendingModelChanges().ShouldBeEmpty();

    [Fact]
    public void A_model_that_moved_on_is_found()
    {
        var services = new ServiceCollection();
        services.AddData(new DatabaseOptions(DatabaseKind.Sqlite, "Data Source=:memory:"), PersonalDataKeys.Of(new byte[32]));
        services.AddModuleDb<Red.UnmigratedDb, Red.UnmigratedSqliteDb, Red.UnmigratedPostgresDb, Red.UnmigratedSqlServerDb>();
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<Migrator>().PendingModelChanges().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.SqlServer)]
    public void Tables_carry_the_name_of_their_module(DatabaseKind kind)
    {
        foreach (var registration in Migrator.Registrations)
        {
            using var context = registration.CreateForModel(kind);
            var module = House.Modules.Modules.Single(m => m.Assembly == registration.Context.Assembly).Name.ToLowerInvariant();
            SchemaRules.ForeignTables(context.Model, module).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_table_without_the_modules_name_is_found()
    {
        using var context = new Red.UnmigratedSqliteDb();
        SchemaRules.ForeignTables(context.Model, "cards").Count.ShouldBe(1);
    }

    [Fact]
    public void SQL_Server_tells_texts_apart_as_the_others_do()
    {
        foreach (var registration in Migrator.Registrations)
        {
            using var context = registration.CreateForModel(DatabaseKind.SqlServer);
            SchemaRules.LinguisticColumns(context.GetService<IDesignTimeModel>().Model).ShouldBeEmpty();
        }

        // EF's own table of migrations is its own.
        Migrator.Script(DatabaseKind.SqlServer).Split('\n')
            .Where(line => line.Contains("] nvarchar", StringComparison.Ordinal))
            .Where(line => !line.Contains("[MigrationId]", StringComparison.Ordinal))
            .Where(line => !line.Contains("[ProductVersion]", StringComparison.Ordinal))
            .ShouldAllBe(line => line.Contains(" COLLATE Latin1_General_100_BIN2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_that_compares_by_language_is_found()
    {
        using var context = new Red.LinguisticDb();
        SchemaRules.LinguisticColumns(context.GetService<IDesignTimeModel>().Model).ShouldBe(["Planted.Name"]);
    }

    [Theory]
    [InlineData("[p].[key]", 1)]
    [InlineData("[p].[key] COLLATE Latin1_General_100_BIN2", 0)]
    public void A_list_of_another_collation_is_found(string column, int expected) => SchemaRules.MixedCollations(
        [$"SELECT 1 WHERE {column} IN (\n SELECT [a].[value]\n FROM OPENJSON(@a) WITH ([value] nvarchar(9) '$') AS [a]\n)"])
        .Count.ShouldBe(expected);

    [Fact]
    public void The_SQL_Server_script_is_sound_TSQL() => SchemaRules.TsqlFaults(Migrator.Script(DatabaseKind.SqlServer)).ShouldBeEmpty();

    [Fact]
    public void Unsound_TSQL_is_found() => SchemaRules.TsqlFaults("CREATE TABLE [a] ([b] int NOT NUL);").ShouldNotBeEmpty();

    [Theory]
    [InlineData(DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.SqlServer)]
    public void Scripts_of_the_servers_may_be_run_again(DatabaseKind kind) => Migrator.Script(kind).ShouldContain("IF NOT EXISTS");
}
