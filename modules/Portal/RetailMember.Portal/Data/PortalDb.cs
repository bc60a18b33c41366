using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Portal.Data;

/// <summary>The module's tables.</summary>
internal abstract class PortalDb(ModuleDbOptions options) : ModuleDb("portal", options)
{
    public const int CodeLength = 64;
    public const int IndexLength = 43;

    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    public DbSet<Recipient> Recipients => Set<Recipient>();

    public DbSet<MemberSession> MemberSessions => Set<MemberSession>();

    public DbSet<ConsentEntry> ConsentEntries => Set<ConsentEntry>();

    public DbSet<ConsentWording> ConsentWordings => Set<ConsentWording>();

    public DbSet<CardGuess> CardGuesses => Set<CardGuess>();

    protected override void Describe(ModelBuilder model)
    {
        OneTimeCode.Describe(model);
        Recipient.Describe(model);
        MemberSession.Describe(model);
        ConsentEntry.Describe(model);
        ConsentWording.Describe(model);
        CardGuess.Describe(model);
    }
}

internal sealed class PortalSqliteDb(ModuleDbOptions? options = null) : PortalDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class PortalPostgresDb(ModuleDbOptions? options = null) : PortalDb(options ?? ModuleDbOptions.Postgres);

internal sealed class PortalSqlServerDb(ModuleDbOptions? options = null) : PortalDb(options ?? ModuleDbOptions.SqlServer);
