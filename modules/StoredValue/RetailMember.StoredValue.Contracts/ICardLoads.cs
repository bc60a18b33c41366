using RetailMember.Values;

namespace RetailMember.StoredValue;

/// <summary>Tells other modules what was paid for on cards of the session's current brand; never a card's number.</summary>
public interface ICardLoads
{
    /// <summary>One load; null where the brand has none of this key.</summary>
    Task<CardLoadFile?> FindAsync(Guid load, CancellationToken cancel);

    /// <summary>Loads that were paid for, the newest first.</summary>
    /// <param name="after">Of the page before; null for the first.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="cancel">Cancels.</param>
    Task<PageOf<CardLoadFile>> PaidAsync(string? after, int size, CancellationToken cancel);
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
