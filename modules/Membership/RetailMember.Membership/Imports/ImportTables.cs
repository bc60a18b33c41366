using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Imports;

internal static class ImportTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Import>(import =>
        {
            import.HasKey(i => i.Id);
            import.HasSequenceKey();
            import.Property(i => i.Kind).HasConversion<short>();
            import.Property(i => i.State).HasConversion<short>();
            import.Property(i => i.FileName).HasMaxLength(200);
            import.Property(i => i.Layout).Unbounded();
            import.Property(i => i.Alike).Unbounded();
            import.Property(i => i.Cursor).HasMaxLength(ImportRow.TurnLength);
            import.Property(i => i.StartedBy).HasMaxLength(MembershipDb.CodeLength);
            import.Property(i => i.Fault).HasMaxLength(MembershipDb.CodeLength);
            import.HasIndex(i => new { i.BrandId, i.Id });
            import.HasIndex(i => i.State);
        });
        model.Entity<ImportRow>(row =>
        {
            row.HasKey(r => new { r.ImportId, r.RowNo });
            row.Property(r => r.Key).HasMaxLength(ImportRow.KeyLength);
            row.Property(r => r.Turn).HasMaxLength(ImportRow.TurnLength).Ordinal();
            row.Property(r => r.MemberIndex).HasMaxLength(43);
            row.Property(r => r.Cells).Unbounded();
            row.Property(r => r.State).HasConversion<short>();
            row.Property(r => r.Code).HasMaxLength(MembershipDb.CodeLength);
            row.Property(r => r.Column).HasMaxLength(MembershipDb.CodeLength);
            row.Property(r => r.Facts).Unbounded();
            row.HasIndex(r => new { r.ImportId, r.Turn });
        });
    }
}
