using RetailMember.Data;

namespace RetailMember.StoredValue.Targets.Data;

/// <summary>What is to be sold in a month: by each of a role, by one person, in a store or in an area.</summary>
internal sealed class SalesTarget : IBrandOwned
{
    /// <summary>Stands for every month that has no target of its own.</summary>
    public static readonly DateOnly EveryMonth = new(1900, 1, 1);

    public int BrandId { get; init; }

    public TargetScope Scope { get; init; }

    /// <summary>Role, user name, store code or area.</summary>
    public required string Of { get; init; }

    /// <summary>Its first day, or <see cref="EveryMonth"/>.</summary>
    public DateOnly Month { get; init; }

    public long Fen { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }
}

internal enum TargetScope
{
    Role,
    Person,
    Store,
    Area,
}
