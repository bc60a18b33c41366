using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

internal static class ReplayTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<ProgrammeReplay>(replay =>
        {
            replay.Property(r => r.Id).ValueGeneratedNever();
            replay.Property(r => r.DocumentHash).HasMaxLength(64);
            replay.Property(r => r.State).HasConversion<short>();
            replay.Property(r => r.Figures).Unbounded();
            replay.Property(r => r.RequestedBy).HasMaxLength(MembershipDb.CodeLength);
            replay.Property(r => r.Fault).HasMaxLength(MembershipDb.CodeLength);
            replay.HasIndex(r => new { r.BrandId, r.Number, r.Id });
        });
        model.Entity<ReplayedMember>(member =>
        {
            member.ToTable("programme_replay_member");
            member.HasKey(m => new { m.ReplayId, m.MemberId });
            member.Property(m => m.MemberNo).HasMaxLength(MembershipDb.CodeLength);
            member.Property(m => m.Tier).HasMaxLength(MembershipDb.CodeLength);
            member.Property(m => m.ReplayedTier).HasMaxLength(MembershipDb.CodeLength);
            member.Ignore(m => m.IsAnyDifferent);
            member.Ignore(m => m.PointsChange);
            member.HasIndex(m => new { m.ReplayId, m.ValueChangeFen, m.MemberId });
        });
    }
}
