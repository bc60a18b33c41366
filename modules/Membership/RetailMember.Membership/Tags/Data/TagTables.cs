using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Tags;

internal static class TagTables
{
    public const int ReasonLength = 200;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<Tag>(tag =>
        {
            tag.ToTable("tag");
            tag.Property(t => t.Id).ValueGeneratedNever();
            tag.Property(t => t.Code).HasMaxLength(MembershipDb.CodeLength).Ordinal();
            tag.Property(t => t.Kind).HasConversion<short>();
            tag.Property(t => t.State).HasConversion<short>();
            tag.Property(t => t.EditedBy).HasMaxLength(MembershipDb.CodeLength);
            tag.HasIndex(t => new { t.BrandId, t.Code }).IsUnique();
        });
        model.Entity<TagVersion>(version =>
        {
            version.ToTable("tag_version");
            version.HasKey(v => new { v.TagId, v.Number });
            version.Property(v => v.State).HasConversion<short>();
            version.Property(v => v.Terms).Unbounded();
            version.Property(v => v.EditedBy).HasMaxLength(MembershipDb.CodeLength);
        });
        model.Entity<MemberTag>(held =>
        {
            held.ToTable("tag_member");
            held.HasKey(h => new { h.MemberId, h.TagId });
            held.Property(h => h.Figures).Unbounded();
            held.Property(h => h.Operator).HasMaxLength(MembershipDb.CodeLength);
            held.Property(h => h.Reason).HasMaxLength(ReasonLength);
            held.HasIndex(h => new { h.TagId, h.MemberId });
        });
        model.Entity<TagChange>(change =>
        {
            change.ToTable("tag_change");
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.Step).HasConversion<short>();
            change.Property(c => c.Figures).Unbounded();
            change.Property(c => c.Operator).HasMaxLength(MembershipDb.CodeLength);
            change.Property(c => c.Reason).HasMaxLength(ReasonLength);
            change.HasIndex(c => new { c.MemberId, c.At });
            change.HasIndex(c => new { c.BrandId, c.On, c.TagId });
        });
        model.Entity<TagRecount>(recount =>
        {
            recount.ToTable("tag_recount");
            recount.Property(r => r.Id).ValueGeneratedNever();
            recount.Property(r => r.State).HasConversion<short>();
            recount.Property(r => r.RequestedBy).HasMaxLength(MembershipDb.CodeLength);
            recount.HasIndex(r => new { r.BrandId, r.StartedAt });
        });
    }
}
