using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>Loads, the journal and holds.</summary>
internal static class ValueTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<CardLoad>(load =>
        {
            load.Property(l => l.Id).ValueGeneratedNever();
            load.Property(l => l.Key).HasMaxLength(StoredValueDb.KeyLength).Ordinal();
            load.Property(l => l.Kind).HasConversion<short>();
            load.Property(l => l.Categories).Unbounded();
            load.Ignore(l => l.Left);
            load.HasIndex(l => new { l.Key, l.BrandId }).IsUnique();
            load.HasIndex(l => l.CardId);
            load.HasIndex(l => new { l.BrandId, l.ExpiresOn });
            load.ToTable(t => t.HasCheckConstraint(
                "ck_storedvalue_card_load_pockets",
                "principal_left_fen >= 0 AND principal_left_fen <= principal_fen "
                + "AND bonus_left_fen >= 0 AND bonus_left_fen <= bonus_fen"));
        });
        model.Entity<CardMove>(move =>
        {
            move.Property(m => m.Id).ValueGeneratedNever();
            move.Property(m => m.Kind).HasConversion<short>();
            move.Property(m => m.Operator).HasMaxLength(StoredValueDb.CodeLength);
            move.Property(m => m.Reference).HasMaxLength(StoredValueDb.ReasonLength);
            move.Ignore(m => m.Available);
            move.Ignore(m => m.Frozen);
            move.Ignore(m => m.Whole);
            move.Ignore(m => m.AfterAvailable);
            move.HasIndex(m => new { m.CardId, m.No }).IsUnique();
            move.HasIndex(m => m.BillId);
            move.HasIndex(m => new { m.BrandId, m.On, m.Kind });
        });
        model.Entity<CardMovePart>(part =>
        {
            part.Property(p => p.Id).ValueGeneratedNever();
            part.Ignore(p => p.Available);
            part.Ignore(p => p.Frozen);
            part.Ignore(p => p.Whole);
            part.HasIndex(p => p.MoveId);
            part.HasIndex(p => p.LoadId);
            part.HasIndex(p => p.ReversesId);
        });
        model.Entity<CardHold>(hold =>
        {
            hold.Property(h => h.Id).ValueGeneratedNever();
            hold.Property(h => h.State).HasConversion<short>();
            hold.Property(h => h.Reference).HasMaxLength(StoredValueDb.ReasonLength);
            hold.Property(h => h.Operator).HasMaxLength(StoredValueDb.CodeLength);
            hold.Ignore(h => h.TotalFen);
            hold.HasIndex(h => new { h.CardId, h.State });
            hold.HasIndex(h => new { h.State, h.ExpiresAt });
        });
    }
}
