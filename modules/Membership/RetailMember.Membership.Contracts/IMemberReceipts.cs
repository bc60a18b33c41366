namespace RetailMember.Membership;

/// <summary>Tells other modules what members of the session's current brand have bought, receipt by receipt.</summary>
public interface IMemberReceipts
{
    /// <summary>The receipts of members on one business day, the largest first; absent where there is none.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>>> OfDayAsync(
        IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken cancel);

    /// <summary>
    /// What members spent on each business day of a span, both ends included, refunds taken off the day of their receipt.
    /// Days without a purchase are absent.
    /// </summary>
    Task<IReadOnlyList<MemberDay>> DaysAsync(
        IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to, CancellationToken cancel);
}

/// <summary>A receipt, refunds taken off.</summary>
/// <param name="Id">The purchase's key.</param>
/// <param name="NetFen">What was paid and not given back, in fen.</param>
public sealed record MemberReceipt(Guid Id, long NetFen)
{
    /// <summary>What money paid of it and was not given back, in fen.</summary>
    public long MoneyFen { get; init; }
}

/// <summary>A member's receipts of one business day, refunds taken off.</summary>
/// <param name="SpendFen">What money paid and was not given back, in fen: what counts as spend.</param>
/// <param name="Purchases">Receipts of which something was paid and not given back.</param>
public sealed record MemberDay(Guid Member, DateOnly Day, long SpendFen, int Purchases);
