using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Data;

/// <summary>A tier that was made to last longer, by the redemption order that paid for it.</summary>
internal sealed class TierExtension : IBrandOwned
{
    /// <summary>Of the order.</summary>
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>The tier's code.</summary>
    public required string Tier { get; init; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly On { get; init; }

    /// <summary>Last day on which the tier was valid without it.</summary>
    public DateOnly Before { get; init; }

    /// <summary>Last day on which the tier is valid with it.</summary>
    public DateOnly Until { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? TakenBackAt { get; set; }

    public TierValidity Validity => new(Tier, On, Until);

    public static void Describe(ModelBuilder model) => model.Entity<TierExtension>(extension =>
    {
        extension.Property(e => e.Id).ValueGeneratedNever();
        extension.Property(e => e.Tier).HasMaxLength(MembershipDb.CodeLength);
        extension.Ignore(e => e.Validity);
        extension.HasIndex(e => e.MemberId);
    });
}
