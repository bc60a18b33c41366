using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Architecture.Tests.Red;

/// <summary>A context with a table and no migration.</summary>
public abstract class UnmigratedDb(ModuleDbOptions options) : ModuleDb("planted", options)
{
    public sealed class Row
    {
        public long Id { get; set; }
    }

    protected override void Describe(ModelBuilder model) => model.Entity<Row>();
}

public sealed class UnmigratedSqliteDb(ModuleDbOptions? options = null) : UnmigratedDb(options ?? ModuleDbOptions.Sqlite);

public sealed class UnmigratedPostgresDb(ModuleDbOptions? options = null) : UnmigratedDb(options ?? ModuleDbOptions.Postgres);

public sealed class UnmigratedSqlServerDb(ModuleDbOptions? options = null)
    : UnmigratedDb(options ?? ModuleDbOptions.SqlServer);
