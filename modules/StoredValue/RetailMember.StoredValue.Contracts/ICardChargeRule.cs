using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue;

/// <summary>
/// A seam of the core: a module bounds what cards pay, or have set aside, at tills and on members' receipts. It is asked
/// while the cards are locked, for a quote as for good, and only looks. Of several bounds the tightest counts, and its
/// reason is told; of equal ones that of whoever was asked first. One that throws or takes longer than a second is left out
/// of the batch and reported, and the cards pay without it; a plug-in that fails three times in a row is quarantined.
/// </summary>
[Seam]
public interface ICardChargeRule : IModuleSeam
{
    /// <summary>Looks at the cards of one batch and bounds what each may pay.</summary>
    ValueTask BoundAsync(IReadOnlyList<CardUnderway> cards, CancellationToken cancel);
}

/// <summary>A card that is about to pay.</summary>
/// <param name="BrandId">The brand's key.</param>
/// <param name="StoreId">Where it pays.</param>
/// <param name="CardId">The card's key.</param>
/// <param name="At">When it pays, UTC.</param>
/// <param name="BusinessDate">The same as a calendar day in the brand's time zone.</param>
/// <param name="AvailableFen">What it could pay there and then, in fen.</param>
/// <param name="LoadedThatDay">What was put on it on that day and not taken back, empty loads too.</param>
public sealed record CardUnderway(
    int BrandId,
    int StoreId,
    Guid CardId,
    DateTime At,
    DateOnly BusinessDate,
    long AvailableFen,
    IReadOnlyList<CardLoadOfDay> LoadedThatDay) : IUnderway<CardUnderway>
{
    /// <summary>What it may pay from now on, in fen, by all that is decided together.</summary>
    public long MostFen { get; private set; } = long.MaxValue;

    /// <summary>Why not more; null where nothing bounds it.</summary>
    public Refusal? Reason { get; private set; }

    /// <summary>Bounds it.</summary>
    /// <param name="fen">What it may pay in all from now on, in fen: 0 or more.</param>
    /// <param name="reason">What a till is told that asks for more.</param>
    public void AtMost(long fen, Refusal reason)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentNullException.ThrowIfNull(reason);
        if (fen < MostFen) (MostFen, Reason) = (fen, reason);
    }

    CardUnderway IUnderway<CardUnderway>.Fresh() => this with { MostFen = long.MaxValue, Reason = null };

    void IUnderway<CardUnderway>.Take(CardUnderway copy)
    {
        if (copy.Reason is { } reason) AtMost(copy.MostFen, reason);
    }
}

/// <summary>A load of the day on which its card pays.</summary>
/// <param name="PrincipalFen">What was paid for it and not paid out again that day, in fen; 0: it was given.</param>
/// <param name="BonusFen">What was given and not cancelled that day, in fen.</param>
/// <param name="LeftFen">What the card could pay of it now, in fen.</param>
/// <param name="SpentFen">What was paid or set aside of it on that day and has not come back, in fen.</param>
public sealed record CardLoadOfDay(long PrincipalFen, long BonusFen, long LeftFen, long SpentFen);
