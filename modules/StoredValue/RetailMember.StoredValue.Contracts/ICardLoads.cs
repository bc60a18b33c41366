using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue;

/// <summary>Tells other modules what was paid for on cards of the session's current brand; never a card's number.</summary>
public interface ICardLoads
{
    /// <summary>Loads by their keys; absent where the brand has none of a key.</summary>
    Task<IReadOnlyDictionary<Guid, CardLoadFile>> ReadAsync(IReadOnlyCollection<Guid> loads, CancellationToken cancel);

    /// <summary>Loads that were paid for.</summary>
    /// <param name="search">Which, and in what order.</param>
    /// <param name="after">Of the page before; null for the first.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="cancel">Cancels.</param>
    Task<PageOf<CardLoadFile>> PaidAsync(CardLoadSearch search, string? after, int size, CancellationToken cancel);

    /// <summary>
    /// The key of the card of a number, as scanned or typed; null where there is none. Tries in vain are counted, and whoever
    /// has tried too often is refused.
    /// </summary>
    Task<Guid?> CardOfAsync(string number, CallContext call, CancellationToken cancel);
}

/// <summary>Which loads are looked for.</summary>
public sealed record CardLoadSearch
{
    /// <summary>Keys of stores, at one of which they were sold; null: at any, and at none.</summary>
    public IReadOnlyList<int>? Stores { get; init; }

    /// <summary>The key of the member whose cards they are on; null: whoever's.</summary>
    public Guid? Member { get; init; }

    /// <summary>The key of the card that they are on; null: any.</summary>
    public Guid? Card { get; init; }

    /// <summary>False: the newest first.</summary>
    public bool OldestFirst { get; init; }
}

/// <summary>A load of a card.</summary>
/// <param name="Load">Its key.</param>
/// <param name="MaskedNumber">Of the card.</param>
/// <param name="On">Business date.</param>
/// <param name="StoreId">Where it was sold; null: at no store.</param>
/// <param name="PrincipalFen">What was paid, in fen; 0: it was given.</param>
/// <param name="BonusFen">What was given on top, in fen.</param>
/// <param name="PaidOutFen">What of the principal was paid out again, in fen.</param>
public sealed record CardLoadFile(
    Guid Load, string MaskedNumber, DateOnly On, int? StoreId, long PrincipalFen, long BonusFen, long PaidOutFen);
