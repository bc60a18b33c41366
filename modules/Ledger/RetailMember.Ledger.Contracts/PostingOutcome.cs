namespace RetailMember.Ledger;

/// <summary>What became of one posting.</summary>
public enum PostingStatus
{
    /// <summary>Written by this call.</summary>
    Posted = 1,

    /// <summary>Written by an earlier call with the same key and inputs; the figures are that posting's.</summary>
    Replayed = 2,

    /// <summary>Not written; see <see cref="PostingOutcome.Code"/>.</summary>
    Refused = 3,
}

/// <summary>The ledger's answer to one posting.</summary>
/// <param name="Status">Written, written before, or refused.</param>
/// <param name="Id">The posting's number; 0 when refused.</param>
/// <param name="Amount">What moved on the owner's account, signed.</param>
/// <param name="BalanceAfter">The balance after it, pending lots included.</param>
/// <param name="Code">Why it was refused: one of <see cref="LedgerRefusals"/>; otherwise null.</param>
/// <param name="Available">For <see cref="LedgerRefusals.Insufficient"/>: what was there.</param>
public sealed record PostingOutcome(
    PostingStatus Status, long Id, long Amount, long BalanceAfter, string? Code = null, long Available = 0)
{
    /// <summary>The answer of a posting that was not written.</summary>
    public static PostingOutcome Refused(string code, long available = 0) =>
        new(PostingStatus.Refused, 0, 0, 0, code, available);
}

/// <summary>The stable codes of the ledger's refusals; each is a text key.</summary>
public static class LedgerRefusals
{
    /// <summary>The amount is not above zero, or absurd.</summary>
    public const string Amount = "ledger.amount-out-of-range";

    /// <summary>The key is missing or too long, or another text is too long.</summary>
    public const string Malformed = "ledger.posting-malformed";

    /// <summary>The dates are in the wrong order.</summary>
    public const string Dates = "ledger.dates-in-wrong-order";

    /// <summary>No module declares the unit.</summary>
    public const string UnknownUnit = "ledger.unknown-unit";

    /// <summary>The kind does not fit the form.</summary>
    public const string Kind = "ledger.kind-not-for-this";

    /// <summary>The key was used before with other inputs.</summary>
    public const string KeyReused = "ledger.key-reused";

    /// <summary>Less is there than was asked for.</summary>
    public const string Insufficient = "ledger.insufficient";

    /// <summary>The account would fall below its floor.</summary>
    public const string BelowFloor = "ledger.below-floor";

    /// <summary>The posting to reverse is not on this account.</summary>
    public const string UnknownPosting = "ledger.unknown-posting";

    /// <summary>A transfer has two sides: it is undone by a transfer back.</summary>
    public const string TransferNotReversible = "ledger.transfer-not-reversible";

    /// <summary>More would be reversed than was posted.</summary>
    public const string OverReversal = "ledger.over-reversal";

    /// <summary>Another posting of the same group was refused.</summary>
    public const string Group = "ledger.group-refused";
}
