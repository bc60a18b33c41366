using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>A type of card over all its versions.</summary>
internal sealed class CardType : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>One wording of a card type. Only a draft is edited.</summary>
internal sealed class CardTypeVersion : IBrandOwned
{
    public Guid TypeId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    public int BrandId { get; init; }

    /// <summary><see cref="Types.Rules.CardTypeTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>UTC; from when loads are judged by it, until the next one. Null: a draft.</summary>
    public DateTime? EffectiveFrom { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }
}
