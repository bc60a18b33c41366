using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace Stamps.Data;

internal abstract class StampsDb(ModuleDbOptions options) : ModuleDb("stamps", options)
{
    public DbSet<StampCard> Cards => Set<StampCard>();

    protected override void Describe(ModelBuilder model) => model.Entity<StampCard>(card =>
    {
        card.HasKey(c => c.MemberId);
        card.HasIndex(c => new { c.BrandId, c.Stamps, c.MemberId });
        card.HasIndex(c => new { c.BrandId, c.LastOn });
    });
}

internal sealed class StampsSqliteDb(ModuleDbOptions? options = null) : StampsDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class StampsPostgresDb(ModuleDbOptions? options = null) : StampsDb(options ?? ModuleDbOptions.Postgres);

internal sealed class StampsSqlServerDb(ModuleDbOptions? options = null) : StampsDb(options ?? ModuleDbOptions.SqlServer);
