using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Restaurant.Diners;
using RetailMember.Restaurant.Invoices;
using RetailMember.Restaurant.Tables;
using RetailMember.Rules;

namespace RetailMember.Restaurant.Data;

/// <summary>The module's tables.</summary>
internal abstract class RestaurantDb(ModuleDbOptions options) : ModuleDb("restaurant", options)
{
    public const int NameLength = 64;

    private const string BuyerPurpose = "restaurant.invoice.buyer";

    public DbSet<InvoiceSubject> InvoiceSubjects => Set<InvoiceSubject>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<InvoiceNumber> InvoiceNumbers => Set<InvoiceNumber>();

    public DbSet<GuestCount> GuestCounts => Set<GuestCount>();

    public DbSet<Guest> Guests => Set<Guest>();

    public DbSet<WakeUpRound> WakeUpRounds => Set<WakeUpRound>();

    public DbSet<WakeUpCall> WakeUpCalls => Set<WakeUpCall>();

    public DbSet<DiningTable> DiningTables => Set<DiningTable>();

    public DbSet<TableBill> TableBills => Set<TableBill>();

    public DbSet<TableBillItem> TableBillItems => Set<TableBillItem>();

    protected override void Describe(ModelBuilder model)
    {
        model.DescribeRules();
        DescribeInvoices(model);
        DescribeDiners(model);
        DescribeTables(model);
    }

    private void DescribeInvoices(ModelBuilder model)
    {
        model.Entity<InvoiceNumber>(number =>
        {
            number.HasKey(n => new { n.BrandId, n.Number });
            number.Property(n => n.Number).HasMaxLength(InvoiceNumber.LongestNumber).Ordinal();
        });
        model.Entity<InvoiceSubject>(subject => subject.Property(s => s.Id).ValueGeneratedNever());
        model.Entity<Invoice>(invoice =>
        {
            invoice.Property(i => i.Id).ValueGeneratedNever();
            invoice.Property(i => i.Kind).HasConversion<short>();
            invoice.Property(i => i.State).HasConversion<short>();
            invoice.Property(i => i.Reference).HasMaxLength(NameLength);
            invoice.Property(i => i.Buyer).HasMaxLength(600).HasConversion(Personal.Column(BuyerPurpose));
            invoice.Property(i => i.TaxNo).HasMaxLength(32);
            invoice.Property(i => i.InvoiceNo).HasMaxLength(InvoiceNumber.LongestNumber);
            invoice.Property(i => i.RedLetterNo).HasMaxLength(InvoiceNumber.LongestNumber);
            invoice.Property(i => i.Reason).HasMaxLength(200);
            invoice.Property(i => i.RequestedBy).HasMaxLength(NameLength);
            invoice.Property(i => i.SettledBy).HasMaxLength(NameLength);
            invoice.Ignore(i => i.Stands);
            invoice.HasIndex(i => new { i.BrandId, i.RequestedAt });
            invoice.HasIndex(i => new { i.BrandId, i.State, i.RequestedAt });
        });
    }

    private static void DescribeDiners(ModelBuilder model)
    {
        model.Entity<Guest>(guest =>
        {
            guest.HasKey(g => g.MemberId);
            guest.Property(g => g.MemberId).ValueGeneratedNever();
            guest.HasIndex(g => new { g.BrandId, g.LastSeenOn, g.MemberId });
        });
        model.Entity<GuestCount>(count =>
        {
            count.HasKey(c => c.BrandId);
            count.Property(c => c.BrandId).ValueGeneratedNever();
        });
        model.Entity<WakeUpRound>(round =>
        {
            round.HasKey(r => new { r.BrandId, r.HalfYear });
            round.Property(r => r.HalfYear).HasMaxLength(6).Ordinal();
            round.Property(r => r.StartedBy).HasMaxLength(NameLength);
        });
        model.Entity<WakeUpCall>(call =>
        {
            call.HasKey(c => new { c.BrandId, c.HalfYear, c.MemberId });
            call.Property(c => c.HalfYear).HasMaxLength(6).Ordinal();
            call.HasIndex(c => c.MemberId);
        });
    }

    private static void DescribeTables(ModelBuilder model)
    {
        model.Entity<DiningTable>(table =>
        {
            table.HasKey(t => t.Place);
            table.Property(t => t.Place).HasMaxLength(48).Ordinal();
        });
        model.Entity<TableBill>(bill =>
        {
            bill.Property(b => b.Id).ValueGeneratedNever();
            bill.Property(b => b.State).HasConversion<short>();
            bill.Property(b => b.Place).HasMaxLength(48).Ordinal();
            bill.Property(b => b.TableNo).HasMaxLength(16);
            bill.Property(b => b.CardNumber).HasMaxLength(32);
            bill.Property(b => b.OpenedBy).HasMaxLength(NameLength);
            bill.Property(b => b.ClosedBy).HasMaxLength(NameLength);
            bill.Property(b => b.Reason).HasMaxLength(200);
            bill.HasIndex(b => new { b.BrandId, b.State, b.OpenedAt });
        });
        model.Entity<TableBillItem>(item =>
        {
            item.HasKey(i => new { i.BillId, i.No });
            item.Property(i => i.Dish).HasMaxLength(NameLength);
            item.Property(i => i.AddedBy).HasMaxLength(NameLength);
        });
    }
}

internal sealed class RestaurantSqliteDb(ModuleDbOptions? options = null) : RestaurantDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class RestaurantPostgresDb(ModuleDbOptions? options = null) : RestaurantDb(options ?? ModuleDbOptions.Postgres);

internal sealed class RestaurantSqlServerDb(ModuleDbOptions? options = null) : RestaurantDb(options ?? ModuleDbOptions.SqlServer);
