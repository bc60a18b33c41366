namespace RetailMember.Ledger;

/// <summary>Proves the books. Reads only; safe to run beside posting.</summary>
public interface ILedgerAudit
{
    /// <summary>Every brand and unit that the session may see, with its figures as of a business day.</summary>
    /// <param name="asOf">
    /// Counts postings up to this business date. A lot whose last valid day is before it counts as expired, posted or not.
    /// </param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerAuditLine>> VerifyAsync(DateOnly asOf, CancellationToken ct = default);
}

/// <summary>One brand's books in one unit. Issued = Spent + Expired + Outstanding + Pending + Transferred, always.</summary>
/// <param name="BrandId">The brand.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Accounts">Accounts in the books, whatever the day.</param>
/// <param name="Postings">Postings up to the day.</param>
/// <param name="Issued">Granted, brought along and adjusted, less what was taken back.</param>
/// <param name="Spent">Used, less what was given back.</param>
/// <param name="Expired">Lapsed by the day.</param>
/// <param name="Outstanding">Usable on the day, holes subtracted.</param>
/// <param name="Pending">Not usable before a later day.</param>
/// <param name="Transferred">Sent less received: zero, or transfers do not match.</param>
/// <param name="Breaches">What does not add up; empty in good books.</param>
public sealed record LedgerAuditLine(
    int BrandId, string Unit, long Accounts, long Postings, long Issued, long Spent, long Expired, long Outstanding,
    long Pending, long Transferred, IReadOnlyList<LedgerBreach> Breaches);

/// <summary>One kind of fault in the books.</summary>
/// <param name="Code">What is wrong, such as <c>balance-is-not-postings</c>.</param>
/// <param name="Count">How many rows have it.</param>
/// <param name="FirstId">The lowest id among them: an account, a lot or a posting, as the code says.</param>
public sealed record LedgerBreach(string Code, long Count, long FirstId);
