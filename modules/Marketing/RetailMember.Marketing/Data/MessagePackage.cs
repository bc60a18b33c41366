using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>Messages bought beforehand: so many for so much money. The oldest one is used up first.</summary>
internal sealed class MessagePackage : IBrandOwned
{
    /// <summary>The column that hand-over moves.</summary>
    public static readonly string[] Moving = [nameof(Used)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Its number at the provider; unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary>Parts that were paid for.</summary>
    public long Bought { get; init; }

    /// <summary>Parts that came on top.</summary>
    public long Free { get; init; }

    /// <summary>Fen, for all of them.</summary>
    public long PriceFen { get; init; }

    /// <summary>The business date of the purchase.</summary>
    public DateOnly BoughtOn { get; init; }

    public long Used { get; set; }

    public required string EnteredBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime EnteredAt { get; init; }

    public long Total => Bought + Free;

    public long Left => Total - Used;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<MessagePackage>(package =>
        {
            package.Property(p => p.Id).ValueGeneratedNever();
            package.Property(p => p.Code).HasMaxLength(MarketingDb.CodeLength).Ordinal();
            package.Property(p => p.EnteredBy).HasMaxLength(MarketingDb.CodeLength);
            package.Ignore(p => p.Total);
            package.Ignore(p => p.Left);
            package.HasIndex(p => new { p.BrandId, p.Code }).IsUnique();
            package.ToTable(t => t.HasCheckConstraint("ck_marketing_message_package_used", "used >= 0 AND used <= bought + free"));
        });
        model.Entity<PackageUse>(use =>
        {
            use.HasKey(u => new { u.BatchId, u.PackageId });
            use.HasIndex(u => u.PackageId);
        });
    }
}

/// <summary>What the messages of one batch have taken out of one package.</summary>
internal sealed class PackageUse : IBrandOwned
{
    /// <summary>Stands for messages of no batch, such as codes.</summary>
    public static readonly Guid NoBatch = Guid.Empty;

    /// <summary>Stands for the package that is bought next: what was sent although none held it.</summary>
    public static readonly Guid Owed = Guid.Empty;

    public Guid PackageId { get; init; }

    public Guid BatchId { get; init; }

    public int BrandId { get; init; }

    public long Parts { get; set; }
}
