using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.StoredValue.Types.Rules;

/// <summary>What a brand promises with a type of card: one version. A load is judged by the version in force at its time.</summary>
internal sealed record CardTypeTerms
{
    public required LocalName Name { get; init; }

    public required CardForm Form { get; init; }

    /// <summary>It belongs to a member, whom the brand knows by name.</summary>
    public bool Named { get; init; } = true;

    /// <summary>Yuan; a smaller load is refused.</summary>
    public required Money MinimumLoad { get; init; }

    /// <summary>Yuan that a card may hold after a load, bonus and held amounts included; left out: any.</summary>
    public Money? MaximumBalance { get; init; }

    /// <summary>Without gap or overlap, upwards; empty: nothing is ever given on top.</summary>
    public IReadOnlyList<BonusBand> Bands { get; init; } = [];

    public SpendRule SpendRule { get; init; }

    /// <summary>Months for which a load can be used, the day of the load included; left out: for ever.</summary>
    public int? ValidityMonths { get; init; }

    /// <summary>Codes of the categories that it pays for; empty: all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Codes of the stores that take it; empty: all of the brand.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    public bool MayBeRecharged { get; init; } = true;

    /// <summary>Whether a lost card is replaced.</summary>
    public bool LossReport { get; init; } = true;

    /// <summary>Whether it can be passed on to another member.</summary>
    public bool Transferable { get; init; } = true;

    public RefundTerms Refund { get; init; } = new();

    /// <summary>Worked examples; without them, and unless they all come true, it is not activated.</summary>
    public IReadOnlyList<CardTypeExample> Examples { get; init; } = [];

    /// <summary>The band that a load lies in; null: none, so that nothing is given on top.</summary>
    public BonusBand? BandOf(long loadFen) => Bands.FirstOrDefault(b => b.Holds(loadFen));

    /// <summary>What is given on top of a load without anybody's approval, in fen.</summary>
    public long BonusOf(long loadFen) => BandOf(loadFen)?.BonusOf(loadFen) ?? 0;

    /// <summary>The last day on which a load can be used; null: for ever.</summary>
    public DateOnly? LastDayOf(DateOnly loadedOn) =>
        ValidityMonths is { } months ? loadedOn.AddMonths(months).AddDays(-1) : null;

    public bool CountsAt(string? store) =>
        Stores.Count == 0 || (store is not null && Stores.Contains(store, StringComparer.OrdinalIgnoreCase));
}

internal enum CardForm
{
    Physical,

    /// <summary>On the holder's phone alone.</summary>
    Virtual,
}

/// <summary>What the holder may get back when he gives the card up.</summary>
internal sealed record RefundTerms
{
    /// <summary>Days from delivery in which a sale is taken back without a reason.</summary>
    public int CoolingOffDays { get; init; } = 7;

    /// <summary>Yuan that may be paid out in cash instead of to an account in the holder's name.</summary>
    public Money CashUpTo { get; init; } = new(100_00);
}
