using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Campaigns.Data;

/// <summary>A phone or browser on which a member joined, logged in or asked for his code.</summary>
internal sealed class MemberDevice : IBrandOwned
{
    public Guid MemberId { get; init; }

    /// <summary>Its index.</summary>
    public required string Device { get; init; }

    public int BrandId { get; init; }

    /// <summary>UTC; the first time.</summary>
    public DateTime SeenAt { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<MemberDevice>(device =>
    {
        device.HasKey(d => new { d.MemberId, d.Device });
        device.Property(d => d.Device).HasMaxLength(CampaignsDb.IndexLength);
    });
}
