using RetailMember.Data;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>A member whom somebody is to win as a card's buyer, until a day. One list at a time has him.</summary>
internal sealed class Prospect : IBrandOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    /// <summary>The merge of members that brought it to this one; null: none.</summary>
    public Guid? MergeId { get; set; }

    /// <summary>On whose list he is.</summary>
    public Guid SellerId { get; set; }

    /// <summary>User name.</summary>
    public required string Seller { get; set; }

    public required string ListedBy { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly ListedOn { get; init; }

    /// <summary>Last business day on which a purchase counts.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Business date of the first time that he was spoken to; null: not yet.</summary>
    public DateOnly? ContactedOn { get; set; }

    /// <summary>Business date; null: nobody has given him up.</summary>
    public DateOnly? GivenUpOn { get; set; }

    /// <summary>What came of speaking to him the last time, or why he was given up.</summary>
    public string? Note { get; set; }

    /// <summary>The card that he bought; while that sale stands he is won.</summary>
    public long? WonSaleId { get; set; }

    /// <summary>Business date on which he had that card in his hand.</summary>
    public DateOnly? WonOn { get; set; }

    public long Version { get; set; }

    /// <summary>Another list cannot have him.</summary>
    public bool RunsOn(DateOnly day) => GivenUpOn is null && Until >= day;
}

/// <summary>How far somebody has come with a customer on his list.</summary>
internal enum ProspectState
{
    /// <summary>Nobody has spoken to him.</summary>
    Open,
    Contacted,

    /// <summary>He has bought a card in time and kept it.</summary>
    Won,
    GivenUp,
}
