using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>Card types, cards and what becomes of them.</summary>
internal static class CardTables
{
    public const string NumberPurpose = "storedvalue.card-number";

    public static void Describe(ModelBuilder model, PersonalData personal)
    {
        model.Entity<CardType>(type =>
        {
            type.Property(t => t.Id).ValueGeneratedNever();
            type.Property(t => t.Code).HasMaxLength(StoredValueDb.CodeLength).Ordinal();
            type.Property(t => t.EditedBy).HasMaxLength(StoredValueDb.CodeLength);
            type.HasIndex(t => new { t.BrandId, t.Code }).IsUnique();
        });
        model.Entity<CardTypeVersion>(version =>
        {
            version.HasKey(v => new { v.TypeId, v.Number });
            version.Property(v => v.Terms).Unbounded();
            version.Property(v => v.EditedBy).HasMaxLength(StoredValueDb.CodeLength);
            version.HasIndex(v => v.BrandId);
        });
        model.Entity<Card>(card =>
        {
            card.Property(c => c.Id).ValueGeneratedNever();
            card.Property(c => c.Number).HasMaxLength(200).HasConversion(personal.Column(NumberPurpose));
            card.Property(c => c.NumberIndex).HasMaxLength(43);
            card.Property(c => c.State).HasConversion<short>();
            card.Property(c => c.BlockedFor).HasConversion<short?>();
            card.Ignore(c => c.Available);
            card.Ignore(c => c.Frozen);
            card.HasIndex(c => c.NumberIndex).IsUnique();
            card.HasIndex(c => c.MemberId);
            card.HasIndex(c => new { c.BatchId, c.State });
            card.HasIndex(c => new { c.BrandId, c.State, c.TypeId });
            card.HasIndex(c => c.LastSellerId);
            card.ToTable(t => t.HasCheckConstraint(
                "ck_storedvalue_card_pockets",
                "principal_fen >= 0 AND bonus_fen >= 0 AND frozen_principal_fen >= 0 AND frozen_bonus_fen >= 0"));
        });
        model.Entity<ReplacedNumber>(number =>
        {
            number.Property(n => n.Id).ValueGeneratedNever();
            number.Property(n => n.NumberIndex).HasMaxLength(43);
            number.Property(n => n.Tail).HasMaxLength(8);
            number.Property(n => n.Operator).HasMaxLength(StoredValueDb.CodeLength);
            number.HasIndex(n => n.NumberIndex).IsUnique();
            number.HasIndex(n => n.CardId);
        });
    }
}
