using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>A receipt that is to be paid, in part or wholly, with one kind of tender.</summary>
/// <param name="PurchaseId">The receipt's key, new for every quote; what is paid can be found by it.</param>
/// <param name="Call">Who asks, and at which store.</param>
/// <param name="At">When the goods were bought, UTC.</param>
/// <param name="On">The same as a business date in the brand's time zone.</param>
/// <param name="Member">The member's key.</param>
/// <param name="Lines">The basket at the best price that the member may have.</param>
/// <param name="Asked">The tenders of this kind, in the till's order; at least one.</param>
public sealed record TenderReceipt(
    Guid PurchaseId,
    CallContext Call,
    DateTime At,
    DateOnly On,
    Guid Member,
    IReadOnlyList<TenderBasketLine> Lines,
    IReadOnlyList<TenderAsked> Asked)
{
    /// <summary>As printed by the till; null for a quote.</summary>
    public string? ReceiptNo { get; init; }

    /// <summary>What the receipt costs, in fen.</summary>
    public long PayableFen => Lines.Sum(l => l.PayableFen);

    /// <summary>What is left to pay, in fen.</summary>
    public long LeftFen => Lines.Sum(l => l.LeftFen);

    /// <summary>Spreads an amount over what is left of the lines; see <see cref="TenderShares"/>.</summary>
    public long[] Spread(long fen) => TenderShares.Spread(fen, [.. Lines.Select(l => l.LeftFen)]);
}

/// <summary>A line of a basket.</summary>
/// <param name="Category">Null where the till tells none.</param>
/// <param name="PayableFen">What it costs, in fen.</param>
/// <param name="LeftFen">What tenders laid on before have left to pay of it, in fen.</param>
public sealed record TenderBasketLine(string? Category, long PayableFen, long LeftFen);

/// <summary>A tender that the till asks for.</summary>
/// <param name="Index">Its place in the till's list, from 0.</param>
/// <param name="Code">What identifies it, such as a voucher's code; null for kinds without.</param>
/// <param name="AmountFen">What it shall pay, in fen; null: as much as it can.</param>
/// <param name="Points">How many points it shall spend at most; null: as many as it can.</param>
public sealed record TenderAsked(int Index, string? Code, long? AmountFen, long? Points)
{
    /// <summary>A refusal that points at one of its fields.</summary>
    public Refusal Fault(string field, string code) => Refusal.Invalid($"tenders[{Index}].{field}", code);
}

/// <summary>What tenders of one kind pay of a receipt, or why they do not.</summary>
/// <param name="Uses">One per tender that was asked for, in the same order; empty where it was refused.</param>
/// <param name="Refusal">Null where they pay.</param>
public sealed record TenderOutcome(IReadOnlyList<TenderUse> Uses, Refusal? Refusal = null)
{
    /// <summary>The outcome of a receipt that cannot be paid like this.</summary>
    public static TenderOutcome Refused(Refusal refusal) => new([], refusal);
}

/// <summary>What one tender pays of a receipt.</summary>
/// <param name="Name">What the receipt calls it, such as the code of a voucher's definition; at most 64 characters.</param>
/// <param name="Reference">What it is given back by; at most 64 characters.</param>
/// <param name="LineFen">What it pays of each line, in fen: together above zero, and no line beyond what is left.</param>
/// <param name="Points">How many points it spends.</param>
public sealed record TenderUse(string Name, string Reference, IReadOnlyList<long> LineFen, long Points = 0)
{
    /// <summary>What it pays of the receipt, in fen.</summary>
    public long AmountFen => LineFen.Sum();
}

/// <summary>A use, or a part of it, that goes back after a refund.</summary>
/// <param name="PurchaseId">The receipt's key.</param>
/// <param name="RefundId">The refund's key.</param>
/// <param name="RefundNo">As the till told it.</param>
/// <param name="Number">The tender's number on the receipt, from 1.</param>
/// <param name="Reference">Of the <see cref="TenderUse"/>.</param>
/// <param name="Call">Who refunds, and at which store.</param>
/// <param name="On">The refund's business date.</param>
/// <param name="Member">The member's key.</param>
/// <param name="ProgrammeVersion">The version that judged the receipt.</param>
/// <param name="AmountFen">How much of what it paid, in fen: above zero.</param>
/// <param name="Points">How many of the points that it spent.</param>
public sealed record TenderReturn(
    Guid PurchaseId,
    Guid RefundId,
    string RefundNo,
    int Number,
    string Reference,
    CallContext Call,
    DateOnly On,
    Guid Member,
    int ProgrammeVersion,
    long AmountFen,
    long Points);

/// <summary>What became of a <see cref="TenderReturn"/>.</summary>
/// <param name="RestoredFen">
/// What the member can use again, in fen. Less than what went back where a tender can only be restored as a whole and part
/// of it is still paid for, or where it has lapsed.
/// </param>
/// <param name="Lapsed">True where it had lapsed meanwhile, so that nothing was restored.</param>
public sealed record TenderReturned(long RestoredFen, bool Lapsed = false);
