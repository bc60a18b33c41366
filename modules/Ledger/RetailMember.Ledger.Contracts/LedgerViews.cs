namespace RetailMember.Ledger;

/// <summary>What an owner has of a unit on a day.</summary>
/// <param name="Total">The sum of all postings so far: usable, pending and lapsed lots that await their posting.</param>
/// <param name="Usable">What can be spent on the day; below zero where more was taken back than was there.</param>
/// <param name="Pending">What will become usable later.</param>
/// <param name="NextExpiry">The last valid day of what lapses first; null when nothing does.</param>
/// <param name="NextExpiryAmount">How much lapses after that day.</param>
public sealed record LedgerBalance(long Total, long Usable, long Pending, DateOnly? NextExpiry, long NextExpiryAmount);

/// <summary>A lot of an account.</summary>
/// <param name="Id">The number of the posting that opened it.</param>
/// <param name="StartsOn">The first day of use.</param>
/// <param name="ExpiresOn">The last day of use; null: for ever.</param>
/// <param name="Amount">What it held at first.</param>
/// <param name="Remaining">What it holds now.</param>
public sealed record LedgerLot(long Id, DateOnly StartsOn, DateOnly? ExpiresOn, long Amount, long Remaining);

/// <summary>What an owner loses after a day unless he uses it.</summary>
/// <param name="Amount">Above zero.</param>
public sealed record LedgerLapse(Guid Owner, long Amount);

/// <summary>What moved on one business day, of one kind and in one direction.</summary>
/// <param name="Amount">Signed, never 0.</param>
public sealed record LedgerMovement(DateOnly On, PostingKind Kind, long Amount);

/// <summary>Where a posting stands.</summary>
/// <param name="Id">Its number: higher than those of all that moved on the account before it.</param>
/// <param name="Owner">On whose account it was written; of whoever was succeeded since, his own.</param>
public sealed record LedgerPlace(long Id, Guid Owner);

/// <summary>What a reversal has moved.</summary>
/// <param name="Amount">Signed: above zero where it gave back what a debit had taken.</param>
/// <param name="Undone">The posting that it undoes, on the owner's account or on that of one whom he has succeeded.</param>
public sealed record LedgerReversal(long Amount, LedgerPlace Undone);

/// <summary>A posting as it was written.</summary>
public sealed record LedgerEntry
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    public required PostingKind Kind { get; init; }

    /// <summary>What moved on the owner's account, signed.</summary>
    public required long Amount { get; init; }

    /// <summary>The balance after it.</summary>
    public required long BalanceAfter { get; init; }

    /// <summary>The system account on the other side.</summary>
    public required string Counter { get; init; }

    /// <summary>The posting that this one reverses.</summary>
    public long? ReversesId { get; init; }

    /// <summary>The business date in the brand's time zone.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Where, who, which rule and why.</summary>
    public required PostingReason Reason { get; init; }
}
