using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>Batches of gift cards.</summary>
internal static class BatchTables
{
    public static void Describe(ModelBuilder model) => model.Entity<CardBatch>(batch =>
    {
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.Code).HasMaxLength(StoredValueDb.CodeLength).Ordinal();
        batch.Property(b => b.Name).Unbounded();
        batch.Property(b => b.Channel).HasMaxLength(StoredValueDb.CodeLength);
        batch.Property(b => b.Categories).Unbounded();
        batch.Property(b => b.State).HasConversion<short>();
        batch.Property(b => b.StartedBy).HasMaxLength(StoredValueDb.CodeLength);
        batch.HasIndex(b => new { b.BrandId, b.Code }).IsUnique();
        batch.ToTable(t => t.HasCheckConstraint(
            "ck_storedvalue_card_batch_quota", "issued >= 0 AND issued <= made AND made <= quota"));
    });
}
