using RetailMember.Data;

namespace RetailMember.StoredValue.Targets.Data;

/// <summary>What is to be sold in a month: by each of a role, by one person, in a store, in an area or by a sales channel.</summary>
internal sealed class SalesTarget : IBrandOwned
{
    public int BrandId { get; init; }

    public TargetScope Scope { get; init; }

    /// <summary>Role, user name, store code, area or code of a sales channel.</summary>
    public required string Of { get; init; }

    /// <summary>It stands for every month from its own on that has no target of its own, until another standing one.</summary>
    public bool Standing { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; init; }

    /// <summary>Of a standing one 0: from this month on there is none.</summary>
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
    Channel,
}
