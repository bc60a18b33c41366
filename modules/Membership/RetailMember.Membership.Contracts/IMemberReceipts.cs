using RetailMember.Data;

namespace RetailMember.Membership;

/// <summary>Tells other modules what members of the session's current brand have bought, receipt by receipt.</summary>
public interface IMemberReceipts
{
    /// <summary>The receipt that a store has printed; null where it has none of this number.</summary>
    Task<MemberReceipt?> FindAsync(int store, string receiptNo, CancellationToken cancel);

    /// <summary>Receipts by the keys of their purchases; absent where the brand has none of a key.</summary>
    Task<IReadOnlyDictionary<Guid, MemberReceipt>> ReadAsync(IReadOnlyCollection<Guid> purchases, CancellationToken cancel);

    /// <summary>The receipts of members on one business day, the largest first; absent where there is none.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberReceipt>>> OfDayAsync(
        IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken cancel);

    /// <summary>
    /// What members spent on each business day of a span, both ends included, refunds taken off the day of their receipt.
    /// Days without a purchase are absent.
    /// </summary>
    Task<IReadOnlyList<MemberDay>> DaysAsync(
        IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to, CancellationToken cancel);

    /// <summary>
    /// What was sold to each member between two instants, however he paid, vouchers included and refunds taken off, in fen, as
    /// a query that is not yet asked: to be summed over a set of members. Who bought nothing is absent.
    /// </summary>
    /// <param name="from">UTC, included.</param>
    /// <param name="to">UTC, not included.</param>
    IQueryable<KeyedAmount> SalesBetween(DateTime from, DateTime to);

    /// <summary>
    /// A member's receipts of a span of business days, both ends included, of which something was paid and not given back,
    /// the oldest first.
    /// </summary>
    /// <param name="member">The member's key.</param>
    /// <param name="from">First business day.</param>
    /// <param name="to">Last business day.</param>
    /// <param name="leastMoneyFen">The least that money paid of each and that was not given back, in fen; 0: nothing is asked.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<MemberReceipt>> OfSpanAsync(
        Guid member, DateOnly from, DateOnly to, long leastMoneyFen, CancellationToken cancel);

    /// <summary>
    /// The points that receipts of a span of business days brought to each account, whoever had bought, both ends included,
    /// what refunds took back taken off; whoever has none is absent.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, PurchasePoints>> PointsAsync(
        IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to, CancellationToken cancel);

    /// <summary>
    /// Members to whose accounts receipts of a span of business days brought so many points, both ends included and counted
    /// as <see cref="PointsAsync"/> does, in the order of their keys: the way to walk through all of them.
    /// </summary>
    /// <param name="from">First business day.</param>
    /// <param name="to">Last business day.</param>
    /// <param name="least">Points, above zero.</param>
    /// <param name="after">The last key of the page before; null starts with the first.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<Guid>> EarnersAsync(
        DateOnly from, DateOnly to, long least, Guid? after, int count, CancellationToken cancel);
}

/// <summary>What receipts have brought a member.</summary>
/// <param name="Points">Still standing, spent or not.</param>
/// <param name="LastAt">UTC, of the last receipt among them.</param>
public sealed record PurchasePoints(long Points, DateTime LastAt)
{
    /// <summary>Both together.</summary>
    public PurchasePoints Plus(PurchasePoints other) =>
        new(Points + other.Points, LastAt > other.LastAt ? LastAt : other.LastAt);
}

/// <summary>A receipt, refunds taken off.</summary>
/// <param name="Id">The purchase's key.</param>
/// <param name="NetFen">What was paid and not given back, in fen.</param>
public sealed record MemberReceipt(Guid Id, long NetFen)
{
    /// <summary>What money paid of it and was not given back, in fen.</summary>
    public long MoneyFen { get; init; }

    /// <summary>What it brought and refunds did not take back, spent or not.</summary>
    public long Points { get; init; }

    /// <summary>Business day, in the brand's time zone.</summary>
    public DateOnly On { get; init; }

    /// <summary>Where it was bought.</summary>
    public int StoreId { get; init; }

    /// <summary>As the store printed it.</summary>
    public string ReceiptNo { get; init; } = "";

    /// <summary>Code of the tier that the member held at the purchase.</summary>
    public string Tier { get; init; } = "";
}

/// <summary>A member's receipts of one business day, refunds taken off.</summary>
/// <param name="SpendFen">What money paid and was not given back, in fen: what counts as spend.</param>
/// <param name="Purchases">Receipts of which something was paid and not given back.</param>
public sealed record MemberDay(Guid Member, DateOnly Day, long SpendFen, int Purchases);
