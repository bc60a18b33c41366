using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>The module's tables.</summary>
internal abstract class MarketingDb(ModuleDbOptions options) : ModuleDb("marketing", options)
{
    public const int CodeLength = 64;

    protected override void Describe(ModelBuilder model)
    {
    }
}

internal sealed class MarketingSqliteDb(ModuleDbOptions? options = null)
    : MarketingDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class MarketingPostgresDb(ModuleDbOptions? options = null)
    : MarketingDb(options ?? ModuleDbOptions.Postgres);

internal sealed class MarketingSqlServerDb(ModuleDbOptions? options = null)
    : MarketingDb(options ?? ModuleDbOptions.SqlServer);
