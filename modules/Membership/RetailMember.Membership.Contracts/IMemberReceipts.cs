namespace RetailMember.Membership;

/// <summary>Tells other modules what members of the session's current brand have bought, receipt by receipt.</summary>
public interface IMemberReceipts
{
    /// <summary>The receipts of members on one business day, the largest first; absent where there is none.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>>> OfDayAsync(
        IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken cancel);
}

/// <summary>A receipt, refunds taken off.</summary>
/// <param name="Id">The purchase's key.</param>
/// <param name="NetFen">What was paid and not given back, in fen.</param>
public sealed record MemberReceipt(Guid Id, long NetFen);
