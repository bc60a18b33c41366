using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the core: a module takes back what it gave for purchases when these are refunded, inside the refund's own
/// transaction and by what it recorded at the time, so that one refund undoes all or nothing. Asked by
/// <see cref="Order"/>, ties by type name, after points, growth and tenders of the receipt itself; asked also where the
/// module was switched off meanwhile, because what it gave is still out. One that throws undoes the refund.
/// </summary>
[Seam]
public interface IRefundFollower
{
    int Order { get; }

    /// <summary>
    /// Locks what it may undo, before the refund touches any account: for what is locked before points wherever else it
    /// is moved. Nothing is to be locked where this is left out.
    /// </summary>
    /// <param name="purchase">Of the receipt.</param>
    /// <param name="member">Whose receipt it is; held by the refund.</param>
    /// <param name="cancel">Cancels.</param>
    Task HoldAsync(Guid purchase, Guid member, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Undoes what lost its reason, and says what it did; nothing where nothing was given.</summary>
    Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel);
}

/// <summary>A receipt on which money was given back. What members bought reads already as it is after the refund.</summary>
/// <param name="MemberNo">The member's number in the brand.</param>
/// <param name="BusinessDate">Of the receipt, in the brand's time zone.</param>
/// <param name="MoneyFenBefore">What money had paid of it and was not given back before this refund, in fen.</param>
/// <param name="MoneyFenLeft">The same after it.</param>
/// <param name="FenLeft">What was paid by whatever means and is not given back, in fen: 0 once it is refunded wholly.</param>
/// <param name="Occasion">Of the refund.</param>
public sealed record RefundedReceipt(
    Guid PurchaseId,
    Guid Member,
    string MemberNo,
    DateOnly BusinessDate,
    long MoneyFenBefore,
    long MoneyFenLeft,
    long FenLeft,
    AwardOccasion Occasion)
{
    /// <summary>UTC; when the receipt was bought, as the till says.</summary>
    public required DateTime BoughtAt { get; init; }

    /// <summary>Points that the refund has taken back of those that the receipt had brought.</summary>
    public long PointsTaken { get; init; }

    /// <summary>The number of the ledger's newest posting before the refund moved anything.</summary>
    public long LastPosting { get; init; }

    /// <summary>The member whose account the points had gone to and were taken from: the receipt's own as a rule.</summary>
    public Guid Earner { get; init; } = Member;

    /// <summary>The number of <see cref="Earner"/>.</summary>
    public string EarnerNo { get; init; } = MemberNo;
}

/// <summary>One thing that a refund undid, or that came of it.</summary>
/// <param name="Module">The module that had given it.</param>
/// <param name="Kind">Stable word; its text key is <c>refund.undone.</c> followed by it.</param>
/// <param name="Name">Code of the campaign, rule, gift or reward.</param>
/// <param name="MemberNo">Who loses it: not always the member of the receipt.</param>
/// <param name="Points">Taken back.</param>
/// <param name="VoucherCount">Vouchers and rewards taken back.</param>
public sealed record RefundLine(string Module, string Kind, string Name, string MemberNo, long Points, int VoucherCount)
{
    /// <summary>The kind of the line that says how the tier of the receipt's member changed.</summary>
    public const string Tier = "tier";

    /// <summary>Key of the one thing that it is about, such as an order; null where there is none.</summary>
    public Guid? Id { get; init; }

    /// <summary>Points that came back to the member: what he had paid for it.</summary>
    public long PointsReturned { get; init; }

    /// <summary>Points that the refund brought anew: another purchase counts now instead.</summary>
    public long PointsGiven { get; init; }

    /// <summary>Vouchers and rewards that it brought anew.</summary>
    public int VouchersGiven { get; init; }

    /// <summary>Code of the tier before the refund; null where it is not about a tier. <see cref="Name"/> is the tier now.</summary>
    public string? PreviousTierCode { get; init; }

    /// <summary>It was used or handed out before and stays with the member; it is marked for staff.</summary>
    public bool Stays { get; init; }
}
