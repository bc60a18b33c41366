namespace RetailMember.Ledger;

/// <summary>
/// The only writer of any balance. Works for the session's current brand, inside the session's transaction.
/// </summary>
public interface ILedger
{
    /// <summary>
    /// Posts in the order given, each with its own outcome (see <see cref="Posting.Group"/> for those that belong
    /// together). However many they are, it takes a handful of statements: accounts are locked once, in one order, so
    /// calls of any size may run side by side.
    /// Refuses, per posting: every code of <see cref="LedgerRefusals"/>.
    /// </summary>
    /// <returns>One outcome per posting, in the same order.</returns>
    Task<IReadOnlyList<PostingOutcome>> PostAsync(IReadOnlyList<Posting> postings, CancellationToken ct = default);

    /// <summary>
    /// Locks the accounts that owners have of a unit that keeps lots, in one order, and reads what debits may take of
    /// them.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="on">The business date of the debits.</param>
    /// <param name="most">By owner, the most that all debits together may ask for.</param>
    /// <param name="ct">Cancels.</param>
    Task<IOpenAccounts> OpenAsync(
        string unit, DateOnly on, IReadOnlyDictionary<Guid, long> most, CancellationToken ct = default);

    /// <summary>
    /// Posts the expiry of lots whose last valid day is before <paramref name="asOf"/>, at most
    /// <paramref name="limit"/> of them in this transaction. Call again in a new transaction until it answers 0.
    /// </summary>
    /// <returns>How many lots expired.</returns>
    Task<int> ExpireAsync(DateOnly asOf, int limit, CancellationToken ct = default);

    /// <summary>What owners have of a unit on a day. An owner without an account is absent.</summary>
    Task<IReadOnlyDictionary<Guid, LedgerBalance>> ReadBalancesAsync(
        IReadOnlyCollection<Guid> owners, string unit, DateOnly asOf, CancellationToken ct = default);

    /// <summary>
    /// The keys of the owners who can use so much of a unit on a day, as a query that is not yet asked: a part of a larger
    /// statement. Who has no account is not among them.
    /// </summary>
    /// <param name="unit">A unit that keeps lots.</param>
    /// <param name="asOf">The business day.</param>
    /// <param name="least">Of the unit, above zero.</param>
    /// <param name="most">Null: no upper bound.</param>
    IQueryable<Guid> OwnersOf(string unit, DateOnly asOf, long least, long? most);

    /// <summary>The lots of an owner that still hold something, first-to-expire first; a hole is below zero.</summary>
    Task<IReadOnlyList<LedgerLot>> ReadLotsAsync(Guid owner, string unit, CancellationToken ct = default);

    /// <summary>Owners of whom something lapses after a day, in the order of their keys: the way to walk through all of them.</summary>
    /// <param name="unit">A unit that keeps lots.</param>
    /// <param name="lastDay">The last day of use of what lapses.</param>
    /// <param name="after">The last key of the page before; null starts with the first.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerLapse>> ReadLapsesAsync(
        string unit, DateOnly lastDay, Guid? after, int count, CancellationToken ct = default);

    /// <summary>What of these owners lapses after a day; of whom nothing does is absent.</summary>
    /// <param name="owners">Any.</param>
    /// <param name="unit">A unit that keeps lots.</param>
    /// <param name="lastDay">The last day of use of what lapses.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerLapse>> ReadLapsesAsync(
        IReadOnlyCollection<Guid> owners, string unit, DateOnly lastDay, CancellationToken ct = default);

    /// <summary>An owner's postings, newest first.</summary>
    /// <param name="owner">The account's owner.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="before">The smallest id of the page before; null starts with the newest.</param>
    /// <param name="count">At most this many, up to 500.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerEntry>> ReadEntriesAsync(
        Guid owner, string unit, long? before, int count, CancellationToken ct = default);

    /// <summary>What moved on all accounts of the brand, summed by business day, kind and direction.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="first">First business day.</param>
    /// <param name="last">Last business day.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerMovement>> ReadMovementsAsync(
        string unit, DateOnly first, DateOnly last, CancellationToken ct = default);

    /// <summary>
    /// What lots of the brand hold now that are past their last valid day and whose expiry is not posted yet: balances and
    /// movements still count it.
    /// </summary>
    /// <param name="unit">A unit that keeps lots.</param>
    /// <param name="asOf">The business day; a lot whose last valid day is before it has lapsed.</param>
    /// <param name="ct">Cancels.</param>
    Task<long> ReadLapsedAsync(string unit, DateOnly asOf, CancellationToken ct = default);

    /// <summary>The postings with these keys, whichever exist.</summary>
    Task<IReadOnlyDictionary<string, LedgerEntry>> ReadEntriesAsync(
        IReadOnlyCollection<string> keys, CancellationToken ct = default);

    /// <summary>The postings whose key begins so, oldest first.</summary>
    /// <param name="keyPrefix">How the keys begin, in upper and lower case as given.</param>
    /// <param name="after">The largest id of the page before; 0 starts with the oldest.</param>
    /// <param name="count">At most this many, up to 1,000.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerEntry>> ReadEntriesAsync(
        string keyPrefix, long after, int count, CancellationToken ct = default);

    /// <summary>The number of the brand's newest posting, 0 where there is none: what is written later has a higher one.</summary>
    Task<long> ReadLastIdAsync(CancellationToken ct = default);

    /// <summary>On whose account postings with these keys were written, and when in the order of all; whichever exist.</summary>
    Task<IReadOnlyDictionary<string, LedgerPlace>> ReadPlacesAsync(
        IReadOnlyCollection<string> keys, CancellationToken ct = default);

    /// <summary>What reversals have moved on an owner's account after a posting, each with what it undoes, oldest first.</summary>
    /// <param name="owner">The account's owner.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="after">The posting's number.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerReversal>> ReadReversalsAsync(
        Guid owner, string unit, long after, CancellationToken ct = default);
}
