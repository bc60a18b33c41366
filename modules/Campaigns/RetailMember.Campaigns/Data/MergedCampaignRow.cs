using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Campaigns.Data;

/// <summary>A row that a merge of members gave to the one who stays.</summary>
internal sealed class MergedCampaignRow : IBrandOwned
{
    public Guid MergeId { get; init; }

    public MergedCampaignKind Kind { get; init; }

    /// <summary>Key of the award or referral.</summary>
    public Guid Row { get; init; }

    public int BrandId { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<MergedCampaignRow>(row =>
    {
        row.HasKey(r => new { r.MergeId, r.Kind, r.Row });
        row.Property(r => r.Kind).HasConversion<short>();
    });
}

internal enum MergedCampaignKind
{
    Award,

    /// <summary>He brought a friend.</summary>
    Referral,

    /// <summary>He was brought himself.</summary>
    Friend,
}
