using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Journeys.Data;

/// <summary>The tables of journeys.</summary>
internal static class JourneyTables
{
    public const int OccasionLength = 64;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Journey>(journey =>
        {
            journey.Property(j => j.Id).ValueGeneratedNever();
            journey.Property(j => j.Code).HasMaxLength(MarketingDb.CodeLength).Ordinal();
            journey.Property(j => j.State).HasConversion<short>();
            journey.HasIndex(j => new { j.BrandId, j.Code }).IsUnique();
        });
        model.Entity<JourneyVersion>(version =>
        {
            version.HasKey(v => new { v.JourneyId, v.Number });
            version.Property(v => v.Terms).Unbounded();
            version.Property(v => v.EditedBy).HasMaxLength(MarketingDb.CodeLength);
        });
        model.Entity<JourneyDecision>(decision =>
        {
            decision.Property(d => d.Id).ValueGeneratedNever();
            decision.Property(d => d.Occasion).HasMaxLength(OccasionLength).Ordinal();
            decision.Property(d => d.Outcome).HasConversion<short>();
            decision.Property(d => d.Refusal).HasMaxLength(MarketingDb.CodeLength);
            decision.HasIndex(d => new { d.JourneyId, d.MemberId, d.Occasion }).IsUnique();
            decision.HasIndex(d => new { d.JourneyId, d.Id });
            decision.HasIndex(d => new { d.JourneyId, d.DecidedAt, d.Id });
            decision.HasIndex(d => new { d.BrandId, d.JourneyId, d.Outcome });
            decision.HasIndex(d => new { d.BrandId, d.DecidedOn });
            decision.HasIndex(d => new { d.JourneyId, d.DecidedOn });
            decision.HasIndex(d => new { d.MemberId, d.DecidedAt });
        });
        model.Entity<JourneyWait>(wait =>
        {
            wait.HasKey(w => w.DecisionId);
            wait.Property(w => w.DecisionId).ValueGeneratedNever();
            wait.Property(w => w.Cause).Unbounded();
            wait.HasIndex(w => new { w.BrandId, w.DueAt });
        });
    }
}
