using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>
/// Something that points can buy. It may change while it is offered: an order keeps the price it was made at. What is
/// offered when, the editions say.
/// </summary>
internal sealed class Reward : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary><see cref="Catalogue.Rules.RewardTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>Offered no more, whatever an edition says.</summary>
    public bool Withdrawn { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>How much there is of a reward: for the whole brand, or at one store.</summary>
internal sealed class RewardStock : IBrandOwned
{
    /// <summary>The <see cref="StoreId"/> of stock that all stores share.</summary>
    public const int Shared = 0;

    public int BrandId { get; init; }

    public Guid RewardId { get; init; }

    public int StoreId { get; init; }

    /// <summary>All that was ever brought in, corrections taken off.</summary>
    public long Supplied { get; set; }

    /// <summary>What open and collected orders hold.</summary>
    public long Taken { get; set; }

    public long Left => Supplied - Taken;
}

/// <summary>What a brand offers from one day to another; no two editions share a day.</summary>
internal sealed class Edition : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary>First day, in the brand's time zone.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; set; }

    public bool Published { get; set; }

    /// <summary>List of <see cref="Catalogue.Rules.EditionItem"/> as JSON.</summary>
    public required string Items { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>The row that whoever changes a brand's editions holds, so that two never come to share a day.</summary>
internal sealed class EditionCalendar : IBrandOwned
{
    public int BrandId { get; init; }

    public long Changes { get; set; }
}
