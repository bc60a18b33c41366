using RetailMember.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Data;

/// <summary>
/// A stored-value card. Whatever moves its value, its state or its loads locks this row first, and only then loads, holds
/// and accounts; several cards are locked in the order of their keys.
/// </summary>
internal sealed class Card : IBrandOwned
{
    /// <summary>The columns that moves of value write.</summary>
    public static readonly string[] Moving =
    [
        nameof(PrincipalFen), nameof(BonusFen), nameof(FrozenPrincipalFen), nameof(FrozenBonusFen), nameof(Moves),
    ];

    /// <summary>The columns that what else becomes of it writes.</summary>
    public static readonly string[] Standing =
    [
        nameof(State), nameof(BlockedFor), nameof(MemberId), nameof(LastSellerId), nameof(StoreId), nameof(IssuedOn),
    ];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid TypeId { get; init; }

    /// <summary>What pays with it; sealed at rest. Another one once the card is replaced.</summary>
    public required string Number { get; set; }

    /// <summary>Finds the number without opening it.</summary>
    public required string NumberIndex { get; set; }

    public CardState State { get; set; }

    /// <summary>Why it is blocked.</summary>
    public BlockReason? BlockedFor { get; set; }

    /// <summary>The holder; null for a card that belongs to whoever carries it.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>The person who sold it, or brought the last load that named a seller; a renewal without one counts for him.</summary>
    public Guid? LastSellerId { get; set; }

    /// <summary>The batch of gift cards that it was made in.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Where it was issued; null: at no store.</summary>
    public int? StoreId { get; set; }

    /// <summary>Fen that can be spent, over all loads: the sum of the accounts.</summary>
    public long PrincipalFen { get; set; }

    public long BonusFen { get; set; }

    /// <summary>Fen that holds keep.</summary>
    public long FrozenPrincipalFen { get; set; }

    public long FrozenBonusFen { get; set; }

    /// <summary>How many lines its journal has.</summary>
    public int Moves { get; set; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>The business date on which it was handed out; null: in stock.</summary>
    public DateOnly? IssuedOn { get; set; }

    public Pockets Available => new(PrincipalFen, BonusFen);

    public Pockets Frozen => new(FrozenPrincipalFen, FrozenBonusFen);
}

internal enum CardState
{
    /// <summary>Made, not handed out.</summary>
    Stock,
    Active,

    /// <summary>Pays nothing and takes no load until it is unblocked.</summary>
    Blocked,

    /// <summary>For good.</summary>
    Closed,
}

internal enum BlockReason
{
    /// <summary>Its holder reported it lost.</summary>
    Lost,

    /// <summary>Somebody uses it who should not.</summary>
    Suspicion,

    /// <summary>Its holder asked for it.</summary>
    Request,
}

/// <summary>A number that a card had before it was replaced.</summary>
internal sealed class ReplacedNumber : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CardId { get; init; }

    public required string NumberIndex { get; init; }

    /// <summary>Its last digits.</summary>
    public required string Tail { get; init; }

    /// <summary>The line of the card's journal from which on it was another one's.</summary>
    public int UntilNo { get; init; }

    /// <summary>UTC.</summary>
    public DateTime ReplacedAt { get; init; }

    public required string Operator { get; init; }
}
