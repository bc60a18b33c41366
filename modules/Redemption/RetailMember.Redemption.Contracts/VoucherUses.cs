namespace RetailMember.Redemption;

/// <summary>A receipt that is to be paid with vouchers.</summary>
/// <param name="Reference">What the uses are found by when they are given back: at most 64 characters, unique in the brand.</param>
/// <param name="Member">Whose receipt it is; only his own vouchers count. Null: whoever has the code.</param>
/// <param name="Lines">The basket as it would be paid without vouchers.</param>
/// <param name="Codes">As scanned or typed, each once.</param>
/// <param name="Occasion">When, where and by whom.</param>
public sealed record VoucherReceipt(
    string Reference,
    Guid? Member,
    IReadOnlyList<VoucherBasketLine> Lines,
    IReadOnlyList<string> Codes,
    VoucherOccasion Occasion);

/// <summary>A line of a basket.</summary>
/// <param name="Category">Null where the till tells none.</param>
/// <param name="AmountFen">What it costs without vouchers, in fen; not negative.</param>
public sealed record VoucherBasketLine(string? Category, long AmountFen);

/// <summary>What vouchers pay of a receipt, or why they do not.</summary>
/// <param name="Uses">One per code, in the order given; empty where it was refused.</param>
/// <param name="LineDiscountsFen">What the vouchers pay of each line, in fen; adds up to the uses.</param>
/// <param name="Refusal">One of <see cref="VoucherRefusals"/>.</param>
public sealed record VoucherSettlement(
    IReadOnlyList<VoucherUse> Uses, IReadOnlyList<long> LineDiscountsFen, string? Refusal = null)
{
    /// <summary>What all vouchers pay together, in fen.</summary>
    public long DiscountFen => Uses.Sum(u => u.DiscountFen);

    /// <summary>
    /// How many of the codes open nothing in the brand, now or ever: guesses, unlike codes that others were faster with.
    /// </summary>
    public int UnknownCodes { get; init; }

    /// <summary>The settlement of a receipt whose vouchers do not count.</summary>
    public static VoucherSettlement Refused(string code) => new([], [], code);
}

/// <summary>One voucher's share of a receipt.</summary>
/// <param name="Voucher">The voucher's key.</param>
/// <param name="Definition">Code of the definition.</param>
/// <param name="DiscountFen">What it pays, in fen.</param>
/// <param name="RemainingFen">What it holds afterwards, in fen.</param>
/// <param name="LineDiscountsFen">What it pays of each line, in fen.</param>
public sealed record VoucherUse(
    Guid Voucher, string Definition, long DiscountFen, long RemainingFen, IReadOnlyList<long> LineDiscountsFen);

/// <summary>A use, or part of it, that is to be given back.</summary>
/// <param name="Reference">Of the receipt.</param>
/// <param name="Voucher">The voucher's key.</param>
/// <param name="DiscountFen">How much of what it paid is given back, in fen: above zero.</param>
/// <param name="Occasion">When, where and by whom.</param>
public sealed record VoucherReturn(string Reference, Guid Voucher, long DiscountFen, VoucherOccasion Occasion);

/// <summary>What became of a <see cref="VoucherReturn"/>.</summary>
/// <param name="RestoredFen">What the voucher holds more, in fen.</param>
/// <param name="Lapsed">True where it had expired or was revoked, so that nothing came back.</param>
/// <param name="Refusal">One of <see cref="VoucherRefusals"/>; null where it was noted.</param>
/// <param name="Usable">True where the voucher can be used again, by this much or as a whole.</param>
public sealed record VoucherReturned(long RestoredFen, bool Lapsed, string? Refusal = null, bool Usable = false);
