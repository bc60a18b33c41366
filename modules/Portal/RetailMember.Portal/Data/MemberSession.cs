using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Portal.Data;

/// <summary>A member who has logged in on a device; he can end it from any other.</summary>
internal sealed class MemberSession : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>As people would call it: the kind of phone, or the app's own word.</summary>
    public required string Device { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime SeenAt { get; init; }

    public DateTime EndsAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<MemberSession>(session =>
    {
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Device).HasMaxLength(PortalDb.CodeLength);
        session.HasIndex(s => new { s.MemberId, s.EndedAt });
        session.HasIndex(s => s.EndsAt);
    });
}
