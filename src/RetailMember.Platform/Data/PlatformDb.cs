using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Audit;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Events;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.Messages;
using RetailMember.Platform.People;
using RetailMember.Platform.Security;
using RetailMember.Platform.Settings;
using RetailMember.Platform.Snapshots;
using RetailMember.Platform.Tills;

namespace RetailMember.Platform.Data;

/// <summary>The module's tables; each folder describes its own.</summary>
internal abstract class PlatformDb(ModuleDbOptions options) : ModuleDb("platform", options)
{
    public const int CodeLength = 64;
    public const int NameLength = 200;

    public DbSet<BrandRow> Brands => Set<BrandRow>();

    public DbSet<StoreRow> Stores => Set<StoreRow>();

    public DbSet<ModuleSwitch> ModuleSwitches => Set<ModuleSwitch>();

    public DbSet<KnownFiller> KnownFillers => Set<KnownFiller>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();

    public DbSet<KnownPermission> KnownPermissions => Set<KnownPermission>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Till> Tills => Set<Till>();

    public DbSet<CommandRow> Commands => Set<CommandRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<SentMessage> SentMessages => Set<SentMessage>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Stamp> Stamps => Set<Stamp>();

    protected override void Describe(ModelBuilder model)
    {
        BrandTables.Describe(model);
        KnownFiller.Describe(model);
        PeopleTables.Describe(model, Personal);
        Till.Describe(model);
        CommandRow.Describe(model);
        OutboxRow.Describe(model);
        JobRun.Describe(model, Personal);
        SentMessage.Describe(model, Personal);
        SettingRow.Describe(model);
        DataProtectionKey.Describe(model);
        Stamp.Describe(model);
    }
}

internal sealed class PlatformSqliteDb(ModuleDbOptions? options = null)
    : PlatformDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class PlatformPostgresDb(ModuleDbOptions? options = null)
    : PlatformDb(options ?? ModuleDbOptions.Postgres);

internal sealed class PlatformSqlServerDb(ModuleDbOptions? options = null)
    : PlatformDb(options ?? ModuleDbOptions.SqlServer);
