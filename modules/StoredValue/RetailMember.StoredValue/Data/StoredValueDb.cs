using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.StoredValue.Targets.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>The module's tables.</summary>
internal abstract class StoredValueDb(ModuleDbOptions options) : ModuleDb("storedvalue", options)
{
    public const int CodeLength = 64;
    public const int KeyLength = 100;
    public const int ReasonLength = 200;

    public DbSet<CardType> CardTypes => Set<CardType>();

    public DbSet<CardTypeVersion> CardTypeVersions => Set<CardTypeVersion>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<ReplacedNumber> ReplacedNumbers => Set<ReplacedNumber>();

    public DbSet<CardLoad> CardLoads => Set<CardLoad>();

    public DbSet<CardMove> CardMoves => Set<CardMove>();

    public DbSet<CardMovePart> CardMoveParts => Set<CardMovePart>();

    public DbSet<CardHold> CardHolds => Set<CardHold>();

    public DbSet<CardSale> CardSales => Set<CardSale>();

    public DbSet<SalesChannel> SalesChannels => Set<SalesChannel>();

    public DbSet<Prospect> Prospects => Set<Prospect>();

    public DbSet<SaleRefund> SaleRefunds => Set<SaleRefund>();

    public DbSet<UnexpectedPayment> UnexpectedPayments => Set<UnexpectedPayment>();

    /// <summary>Those that are no order's, nor were written down by mistake: they go back, or went.</summary>
    public IQueryable<UnexpectedPayment> UnexpectedMoney => UnexpectedPayments.Where(p => p.Cause != UnexpectedCause.Expected
        && p.Cause != UnexpectedCause.ToldLater && p.Cause != UnexpectedCause.Mistaken);

    public DbSet<PaymentReturn> PaymentReturns => Set<PaymentReturn>();

    public DbSet<CommissionLine> CommissionLines => Set<CommissionLine>();

    public DbSet<SalesCampaign> SalesCampaigns => Set<SalesCampaign>();

    public DbSet<RaceCount> RaceCounts => Set<RaceCount>();

    public DbSet<SettlementBatch> SettlementBatches => Set<SettlementBatch>();

    public DbSet<CommissionDispute> CommissionDisputes => Set<CommissionDispute>();

    public DbSet<AssessmentClosing> AssessmentClosings => Set<AssessmentClosing>();

    public DbSet<AssessmentEntry> AssessmentEntries => Set<AssessmentEntry>();

    public DbSet<NotedRole> NotedRoles => Set<NotedRole>();

    public DbSet<SalesTarget> SalesTargets => Set<SalesTarget>();

    public DbSet<CardBatch> CardBatches => Set<CardBatch>();

    public DbSet<CardClosing> CardClosings => Set<CardClosing>();

    public DbSet<CardChange> CardChanges => Set<CardChange>();

    public DbSet<NumberLooks> NumberLooks => Set<NumberLooks>();

    protected override void Describe(ModelBuilder model)
    {
        CardTables.Describe(model, Personal);
        SalesTables.Describe(model);
        RequestTables.Describe(model, Personal);
        ValueTables.Describe(model);
        BatchTables.Describe(model);
        model.DescribeRules();
    }
}

internal sealed class StoredValueSqliteDb(ModuleDbOptions? options = null)
    : StoredValueDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class StoredValuePostgresDb(ModuleDbOptions? options = null)
    : StoredValueDb(options ?? ModuleDbOptions.Postgres);

internal sealed class StoredValueSqlServerDb(ModuleDbOptions? options = null)
    : StoredValueDb(options ?? ModuleDbOptions.SqlServer);
