using Microsoft.EntityFrameworkCore;
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
    public void The_SQL_Server_script_is_sound_TSQL() => SchemaRules.TsqlFaults(Migrator.Script(DatabaseKind.SqlServer)).ShouldBeEmpty();

    [Fact]
    public void Unsound_TSQL_is_found() => SchemaRules.TsqlFaults("CREATE TABLE [a] ([b] int NOT NUL);").ShouldNotBeEmpty();

    [Theory]
    [InlineData(DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.SqlServer)]
    public void Scripts_of_the_servers_may_be_run_again(DatabaseKind kind) => Migrator.Script(kind).ShouldContain("IF NOT EXISTS");
}
