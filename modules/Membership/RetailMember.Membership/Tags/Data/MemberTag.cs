using RetailMember.Data;

namespace RetailMember.Membership.Tags;

/// <summary>That a member has a tag now.</summary>
internal sealed class MemberTag : IBrandOwned
{
    public Guid TagId { get; init; }

    public Guid MemberId { get; init; }

    public int BrandId { get; init; }

    /// <summary>Business day on which he got it.</summary>
    public DateOnly Since { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The version that gave it, or by which he still has it.</summary>
    public int Number { get; set; }

    /// <summary>The figures of each condition when he got it, as JSON; null where a person gave it.</summary>
    public string? Figures { get; set; }

    /// <summary>Who gave it by hand, or ran the job.</summary>
    public required string Operator { get; init; }

    /// <summary>Of a tag that a person gave.</summary>
    public string? Reason { get; init; }
}

/// <summary>A tag gained or lost; never changed.</summary>
internal sealed class TagChange : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid TagId { get; init; }

    public Guid MemberId { get; init; }

    public TagStep Step { get; init; }

    /// <summary>Business day of the brand.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public int Number { get; init; }

    /// <summary>The figures that decided, as JSON.</summary>
    public string? Figures { get; init; }

    public required string Operator { get; init; }

    public string? Reason { get; init; }
}

internal enum TagStep
{
    Gained,
    Lost,
}
