using RetailMember.Data;

namespace RetailMember.Membership.Tags;

/// <summary>A tag that members of the brand can have, over all wordings of its rule.</summary>
internal sealed class Tag : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public TagKind Kind { get; init; }

    public TagState State { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>One wording of a tag's rule. Only a draft is edited.</summary>
internal sealed class TagVersion : IBrandOwned
{
    public Guid TagId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    public int BrandId { get; init; }

    public TagVersionState State { get; set; }

    /// <summary>First business day on which it decides.</summary>
    public DateOnly From { get; set; }

    /// <summary><see cref="TagTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ActivatedAt { get; set; }
}

/// <summary>Who gives a tag.</summary>
internal enum TagKind
{
    /// <summary>Its conditions, and nobody by hand.</summary>
    Automatic,

    /// <summary>A person, with a reason.</summary>
    Manual,
}

internal enum TagState
{
    Draft,
    Active,

    /// <summary>Nobody has it any more.</summary>
    Ended,
}

internal enum TagVersionState
{
    Draft,

    /// <summary>Decides from its day on, until a later one does.</summary>
    Active,
}
