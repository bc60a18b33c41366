using RetailMember.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Data;

/// <summary>One line of a card's journal; never changed. Amounts are signed.</summary>
internal sealed class CardMove : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CardId { get; init; }

    /// <summary>Its number in the card's journal, from 1 without a gap.</summary>
    public int No { get; init; }

    public CardMoveKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The business date in the brand's time zone.</summary>
    public DateOnly On { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    /// <summary>The receipt, the sale, or the reason.</summary>
    public required string Reference { get; init; }

    /// <summary>Moves of several cards for one bill have the same; so have a charge and what gives it back.</summary>
    public Guid BillId { get; init; }

    public Guid? HoldId { get; init; }

    /// <summary>Fen by which what can be spent changed.</summary>
    public long PrincipalFen { get; init; }

    public long BonusFen { get; init; }

    /// <summary>Fen by which what is held changed.</summary>
    public long FrozenPrincipalFen { get; init; }

    public long FrozenBonusFen { get; init; }

    /// <summary>Fen on the card after it.</summary>
    public long PrincipalAfterFen { get; init; }

    public long BonusAfterFen { get; init; }

    public long FrozenPrincipalAfterFen { get; init; }

    public long FrozenBonusAfterFen { get; init; }

    /// <summary>It paid a member's receipt: then the receipt's key is its bill, and it goes back with the receipt alone.</summary>
    public bool IsOfReceipt { get; init; }

    public Pockets Available => new(PrincipalFen, BonusFen);

    public Pockets Frozen => new(FrozenPrincipalFen, FrozenBonusFen);

    public Pockets AfterAvailable => new(PrincipalAfterFen, BonusAfterFen);

    /// <summary>What the card as a whole gained or lost by it.</summary>
    public Pockets Whole => Available + Frozen;

    /// <summary>What its holder is told that it moved: of a hold that paid, what it paid, as any payment.</summary>
    public Pockets Told => Kind == CardMoveKind.Captured ? Whole : Available;

    /// <summary>What a hold that paid kept and did not need: it can be spent again.</summary>
    public Pockets Released => Kind == CardMoveKind.Captured ? Available : Pockets.None;
}

/// <summary>The part of a move that one load has; its key names the postings in the ledger.</summary>
internal sealed class CardMovePart : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MoveId { get; init; }

    public Guid LoadId { get; init; }

    public long PrincipalFen { get; init; }

    public long BonusFen { get; init; }

    public long FrozenPrincipalFen { get; init; }

    public long FrozenBonusFen { get; init; }

    /// <summary>The part of an earlier move that it gives back.</summary>
    public Guid? ReversesId { get; init; }

    public Pockets Available => new(PrincipalFen, BonusFen);

    public Pockets Frozen => new(FrozenPrincipalFen, FrozenBonusFen);

    public Pockets Whole => Available + Frozen;
}

internal enum CardMoveKind
{
    Loaded,
    Charged,

    /// <summary>A charge, or part of it, was given back.</summary>
    Refunded,

    /// <summary>An amount was set aside.</summary>
    Held,

    /// <summary>What was set aside has paid; the rest of it came back.</summary>
    Captured,

    /// <summary>What was set aside came back.</summary>
    Released,

    /// <summary>What was set aside came back because nobody captured it in time.</summary>
    HoldExpired,
    Expired,

    /// <summary>What had expired counts again.</summary>
    Extended,

    /// <summary>A load was taken back: its principal paid out, its bonus cancelled.</summary>
    TakenBack,

    /// <summary>What was left when the card was given up: principal paid out, bonus cancelled.</summary>
    Closed,
    Issued,
    Blocked,
    Unblocked,

    /// <summary>It has a new number.</summary>
    Replaced,

    /// <summary>It has a new holder.</summary>
    PassedOn,

    /// <summary>One of the staff was shown its number in full.</summary>
    Disclosed,
}
