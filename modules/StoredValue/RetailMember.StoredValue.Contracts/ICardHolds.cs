using RetailMember.UseCases;

namespace RetailMember.StoredValue;

/// <summary>
/// Sets amounts of cards of the session's current brand aside for bills that are not final, inside the caller's
/// transaction; see the use cases of the same name for what is refused. Whoever asks has checked the right to it, and a hold
/// that nobody captures in time comes back by itself.
/// </summary>
public interface ICardHolds
{
    /// <summary>Sets an amount of a card aside that somebody shows; tries in vain are counted.</summary>
    /// <param name="card">Its number as scanned or typed.</param>
    /// <param name="fen">Above zero, in fen.</param>
    /// <param name="reference">What the card's journal says of it; at most 48 characters.</param>
    /// <param name="call">Who asks, and at which store.</param>
    /// <param name="cancel">Cancels.</param>
    Task<HeldAmount> HoldAsync(string card, long fen, string reference, CallContext call, CancellationToken cancel);

    /// <summary>Sets a further amount of the card of an earlier hold aside.</summary>
    Task<HeldAmount> HoldMoreAsync(Guid hold, long fen, string reference, CallContext call, CancellationToken cancel);

    /// <summary>Pays so much, in fen, out of a hold; the rest comes back to the card.</summary>
    Task CaptureAsync(Guid hold, long fen, CallContext call, CancellationToken cancel);

    /// <summary>Gives back to the card all that was set aside.</summary>
    Task ReleaseAsync(Guid hold, CallContext call, CancellationToken cancel);
}

/// <summary>An amount that is set aside.</summary>
/// <param name="Hold">Its key; once it is captured, what the slip is found by.</param>
/// <param name="MaskedNumber">Of the card.</param>
/// <param name="ExpiresAt">UTC; from then on it can no longer be captured.</param>
public sealed record HeldAmount(Guid Hold, string MaskedNumber, DateTime ExpiresAt);
