using RetailMember.Data;

namespace RetailMember.Groups.Data;

/// <summary>A kind of group that the brand knows: a household, a couple, a company.</summary>
internal sealed class GroupKind : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary><see cref="Kinds.KindTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>No new groups are formed; those that stand go on.</summary>
    public bool Withdrawn { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}
