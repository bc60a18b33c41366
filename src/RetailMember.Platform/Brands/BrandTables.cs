using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Brands;

internal sealed class BrandRow
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string TimeZone { get; set; }
}

internal sealed class StoreRow : IBrandOwned
{
    public int Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>As it was given.</summary>
    public required string Code
    {
        get;
        init => (field, CodeKey) = (value, KeyOf(value));
    }

    /// <summary>The code in the form in which it is looked up, unique in the brand: letter case makes no other store.</summary>
    public string CodeKey { get; init; } = "";

    public required string Name { get; set; }

    public string Area { get; set; } = "";

    public bool Closed { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ClosedAt { get; set; }

    public static string KeyOf(string code) => code.ToUpperInvariant();
}

/// <summary>Whether a plug-in is on. The row of a store beats the row of its brand; no row means off.</summary>
internal sealed class ModuleSwitch : IBrandOwned
{
    public const int WholeBrand = 0;

    public required string Module { get; init; }

    public int BrandId { get; init; }

    public int StoreId { get; init; }

    public bool On { get; set; }
}

internal static class BrandTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<BrandRow>(brand =>
        {
            brand.ToTable("brand");
            brand.Property(b => b.Code).HasMaxLength(PlatformDb.CodeLength);
            brand.Property(b => b.Name).HasMaxLength(PlatformDb.NameLength);
            brand.Property(b => b.TimeZone).HasMaxLength(PlatformDb.CodeLength);
            brand.HasIndex(b => b.Code).IsUnique();
        });
        model.Entity<StoreRow>(store =>
        {
            store.ToTable("store");
            store.Property(s => s.Code).HasMaxLength(PlatformDb.CodeLength);
            store.Property(s => s.Name).HasMaxLength(PlatformDb.NameLength);
            store.Property(s => s.Area).HasMaxLength(PlatformDb.NameLength);
            store.Property(s => s.CodeKey).HasMaxLength(2 * PlatformDb.CodeLength);
            store.HasIndex(s => new { s.BrandId, s.CodeKey }).IsUnique();
            store.HasOne<BrandRow>().WithMany().HasForeignKey(s => s.BrandId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ModuleSwitch>(setting =>
        {
            setting.HasKey(s => new { s.Module, s.BrandId, s.StoreId });
            setting.Property(s => s.Module).HasMaxLength(PlatformDb.CodeLength);
        });
    }
}
