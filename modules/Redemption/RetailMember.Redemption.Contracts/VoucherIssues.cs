namespace RetailMember.Redemption;

/// <summary>A voucher that is asked for.</summary>
/// <param name="Key">Business key, at most 100 characters, unique in the brand for ever.</param>
/// <param name="Definition">Code of the definition.</param>
/// <param name="Member">The holder's key.</param>
/// <param name="Reason">Why, such as a rule's code; at most 64 characters, shown in its history.</param>
/// <param name="Occasion">The days of use count from its business date.</param>
public sealed record VoucherIssue(string Key, string Definition, Guid Member, string Reason, VoucherOccasion Occasion);

/// <summary>What became of a <see cref="VoucherIssue"/>: a voucher, or the code of a refusal.</summary>
/// <param name="Voucher">Null where it was refused.</param>
/// <param name="Replayed">True where an earlier call issued it under the same key.</param>
/// <param name="Refusal">One of <see cref="VoucherRefusals"/>; null where it was issued.</param>
public sealed record VoucherIssueOutcome(IssuedVoucher? Voucher, bool Replayed, string? Refusal);

/// <summary>A voucher in a member's hands.</summary>
/// <param name="Id">The voucher's key.</param>
/// <param name="Definition">Code of the definition.</param>
/// <param name="FaceFen">What it is worth, in fen; 0 for a percentage.</param>
/// <param name="ValidFrom">First day of use.</param>
/// <param name="ExpiresOn">Last day of use; null: for ever.</param>
public sealed record IssuedVoucher(Guid Id, string Definition, long FaceFen, DateOnly ValidFrom, DateOnly? ExpiresOn);

/// <summary>A voucher to take back.</summary>
/// <param name="Key">The key under which it was issued.</param>
/// <param name="Reason">Why, such as <c>refund</c>; at most 64 characters.</param>
/// <param name="Occasion">When, where and by whom.</param>
public sealed record VoucherRevocation(string Key, string Reason, VoucherOccasion Occasion)
{
    /// <summary>Refuses with <see cref="VoucherRefusals.NotUsable"/> also where part of it was used.</summary>
    public bool OnlyUnused { get; init; }

    /// <summary>
    /// Refuses with <see cref="VoucherRefusals.NotUsable"/> also where another member than this one holds it; null: whoever
    /// holds it.
    /// </summary>
    public Guid? Holder { get; init; }
}

/// <summary>What became of a <see cref="VoucherRevocation"/>.</summary>
/// <param name="TakenFen">What the voucher still held, in fen; 0 for a percentage.</param>
/// <param name="Refusal">One of <see cref="VoucherRefusals"/>; null where it was revoked.</param>
public sealed record VoucherRevoked(long TakenFen, string? Refusal);
