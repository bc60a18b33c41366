using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Groups.Data;

/// <summary>The module's tables.</summary>
internal abstract class GroupsDb(ModuleDbOptions options) : ModuleDb("groups", options)
{
    public const int CodeLength = 64;

    public DbSet<GroupKind> Kinds => Set<GroupKind>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<GroupSeat> Seats => Set<GroupSeat>();

    public DbSet<GroupMove> Moves => Set<GroupMove>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<GroupKind>(kind =>
        {
            kind.Property(k => k.Id).ValueGeneratedNever();
            kind.Property(k => k.Code).HasMaxLength(CodeLength).Ordinal();
            kind.Property(k => k.Terms).Unbounded();
            kind.Property(k => k.EditedBy).HasMaxLength(CodeLength);
            kind.HasIndex(k => new { k.BrandId, k.Code }).IsUnique();
        });
        model.Entity<Group>(group =>
        {
            group.Property(g => g.Id).ValueGeneratedNever();
            group.Property(g => g.Name).HasMaxLength(CodeLength);
            group.HasIndex(g => new { g.BrandId, g.Id });
        });
        model.Entity<GroupSeat>(seat =>
        {
            seat.HasKey(s => new { s.MemberId, s.KindId });
            seat.HasIndex(s => s.GroupId);
        });
        model.Entity<GroupMove>(move =>
        {
            move.HasKey(m => m.Id);
            move.HasSequenceKey();
            move.Property(m => m.Kind).HasConversion<short>();
            move.Property(m => m.Reason).HasMaxLength(200);
            move.Property(m => m.Operator).HasMaxLength(CodeLength);
            move.HasIndex(m => new { m.GroupId, m.Id });
            move.HasIndex(m => m.MemberId);
            move.HasIndex(m => m.MergeId);
        });
    }
}

internal sealed class GroupsSqliteDb(ModuleDbOptions? options = null) : GroupsDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class GroupsPostgresDb(ModuleDbOptions? options = null) : GroupsDb(options ?? ModuleDbOptions.Postgres);

internal sealed class GroupsSqlServerDb(ModuleDbOptions? options = null) : GroupsDb(options ?? ModuleDbOptions.SqlServer);
