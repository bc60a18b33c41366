using Microsoft.EntityFrameworkCore;

namespace RetailMember.Platform.Settings;

/// <summary>A value that head office set, for the chain (brand 0) or one brand.</summary>
internal sealed class SettingRow
{
    public const int ValueLength = 2000;

    public required string Name { get; init; }

    public int BrandId { get; init; }

    public required string Value { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<SettingRow>(setting =>
    {
        setting.ToTable("setting");
        setting.HasKey(s => new { s.Name, s.BrandId });
        setting.Property(s => s.Name).HasMaxLength(128);
        setting.Property(s => s.Value).HasMaxLength(ValueLength);
    });
}
