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

    /// <summary>
    /// Sees to it that at least so much is set aside. An open hold that keeps less is raised and lasts anew; of one that was
    /// given back, because its time was over or by whoever released it, so much of the same card is set aside again, under
    /// another key. Refused where the card does not pay what is missing, and once the hold has paid
    /// (<c>storedvalue.hold-ended</c>).
    /// </summary>
    /// <param name="hold">The hold's key.</param>
    /// <param name="fen">Above zero, in fen: all of it, not what is added.</param>
    /// <param name="call">Who asks, and at which store.</param>
    /// <param name="cancel">Cancels.</param>
    Task<HeldAmount> KeepAsync(Guid hold, long fen, CallContext call, CancellationToken cancel);

    /// <summary>Pays so much, in fen, out of an open hold, all of it or nothing; the rest comes back to the card.</summary>
    Task CaptureAsync(Guid hold, long fen, CallContext call, CancellationToken cancel);

    /// <summary>
    /// Gives back to the card all that is still set aside: nothing where that has come back before. Refused once the hold has
    /// paid (<c>storedvalue.hold-ended</c>).
    /// </summary>
    Task ReleaseAsync(Guid hold, CallContext call, CancellationToken cancel);
}

/// <summary>An amount that is set aside.</summary>
/// <param name="Hold">Its key; once it is captured, what the slip is found by.</param>
/// <param name="MaskedNumber">Of the card.</param>
/// <param name="Fen">What it keeps, in fen.</param>
/// <param name="ExpiresAt">UTC; from then on it can no longer be captured.</param>
public sealed record HeldAmount(Guid Hold, string MaskedNumber, long Fen, DateTime ExpiresAt);
