namespace RetailMember.Ledger;

/// <summary>
/// Lets one owner take over all accounts of another, as when two members turn out to be one person, and lets go of it
/// again. Works for the session's current brand, inside the session's transaction.
/// </summary>
/// <remarks>
/// While it lasts the successor stands in for the other: what is posted to the other goes to the successor, and a
/// <see cref="Reversal"/> of the successor may name a posting of the other. What it takes back comes first from the lot
/// that stands in for the grant's own; what it gives back keeps the days of the lots that it came from.
/// </remarks>
public interface ILedgerSuccession
{
    /// <summary>
    /// Moves all that is left of every lot, pending and lapsed ones and holes too, each with its own days, and the whole
    /// of what keeps no lots. Both sides are postings of the kind <see cref="PostingKind.Transfer"/>.
    /// An owner succeeds others directly only: whoever has a successor, or is one, is not taken over.
    /// </summary>
    /// <returns>What moved, one line per unit.</returns>
    Task<IReadOnlyList<SuccessionLine>> TakeOverAsync(Succession order, CancellationToken ct = default);

    /// <summary>
    /// Ends it: what the lots that were moved still hold goes back into the lots that they came from, and so does what
    /// reversals have given back to those since. What was spent or has lapsed meanwhile stays so and is told as missing;
    /// what was posted to the successor himself stays with him.
    /// </summary>
    /// <param name="order">With a key of its own, and the same owners.</param>
    /// <param name="takenOverBy">The key of the order that is undone.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What went back, one line per unit.</returns>
    Task<IReadOnlyList<SuccessionLine>> HandBackAsync(Succession order, string takenOverBy, CancellationToken ct = default);
}

/// <summary>Who takes over whom.</summary>
/// <param name="Key">The business key, at most 60 characters, unique in the brand; its postings' keys begin with it.</param>
/// <param name="From">Whose accounts are taken over.</param>
/// <param name="To">The successor.</param>
/// <param name="On">The business date in the brand's time zone.</param>
/// <param name="Reason">Kept beside every posting.</param>
public sealed record Succession(string Key, Guid From, Guid To, DateOnly On, PostingReason Reason);

/// <summary>What a succession did in one unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Moved">What the account that grew gained by it, holes subtracted.</param>
/// <param name="Missing">At a hand-back: what was taken over and is spent or has lapsed meanwhile.</param>
public sealed record SuccessionLine(string Unit, long Moved, long Missing = 0);
