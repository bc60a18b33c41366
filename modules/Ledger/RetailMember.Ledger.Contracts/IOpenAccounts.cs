namespace RetailMember.Ledger;

/// <summary>
/// Accounts of one unit on one day, locked until the transaction ends: for whoever decides call by call about points
/// and about other limited things at once. Each debit sees what the ones before it took.
/// </summary>
public interface IOpenAccounts
{
    /// <summary>What an owner has, pending lots included; 0 without an account.</summary>
    long BalanceOf(Guid owner);

    /// <summary>
    /// What an owner's lots still hold for the day, first-to-expire first, less what fills a hole. Enough of them for
    /// the most that the account was opened for; all of them where they hold less than that.
    /// </summary>
    IReadOnlyList<LedgerLot> UsableOf(Guid owner);

    /// <summary>Takes debits that stand or fall together. They count once they are saved.</summary>
    /// <param name="debits">Of the unit and the day of these accounts, under keys that no posting has yet.</param>
    /// <returns>The refusal of the first that cannot be; null where all of them were taken.</returns>
    PostingOutcome? Take(IReadOnlyList<Debit> debits);

    /// <summary>Writes all that was taken. Call it once, in the same transaction.</summary>
    Task SaveAsync(CancellationToken ct = default);
}
