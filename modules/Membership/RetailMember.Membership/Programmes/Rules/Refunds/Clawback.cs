namespace RetailMember.Membership.Programmes;

/// <summary>
/// What one refund of a receipt takes back of what the receipt granted: by the recorded grant, in proportion to the
/// refunded amount, cumulatively. However a receipt is refunded in parts, together they take exactly all of it; and in
/// between the member never keeps more than the share that is still paid for.
/// </summary>
/// <param name="PaidFen">What was paid for the whole receipt.</param>
/// <param name="RefundedBeforeFen">What earlier refunds of it have paid back.</param>
/// <param name="RefundFen">What this refund pays back.</param>
internal readonly record struct Clawback(long PaidFen, long RefundedBeforeFen, long RefundFen)
{
    /// <summary>More than nothing, and together with what went before not more than was paid.</summary>
    public bool IsSound =>
        RefundFen > 0
        && RefundedBeforeFen >= 0
        && PaidFen <= Receipt.MaxFen
        && RefundFen <= PaidFen - RefundedBeforeFen;

    /// <summary>Nothing of the receipt is left.</summary>
    public bool IsLast => RefundedBeforeFen + RefundFen == PaidFen;

    /// <summary>How many of the granted points or growth this refund takes back.</summary>
    /// <exception cref="InvalidOperationException">More is refunded than was paid.</exception>
    public long Of(long granted) =>
        IsSound
            ? Kept(granted, PaidFen, RefundedBeforeFen) - Kept(granted, PaidFen, RefundedBeforeFen + RefundFen)
            : throw new InvalidOperationException($"Cannot refund {RefundFen} of {PaidFen} after {RefundedBeforeFen}.");

    /// <summary>What this refund takes off the metrics; a purchase stops counting when nothing of it is left.</summary>
    public TierMetrics Of(in TierMetrics gained) => new()
    {
        SpendFen = Of(gained.SpendFen),
        Growth = Of(gained.Growth),
        PointsEarned = Of(gained.PointsEarned),
        Participation = IsLast ? gained.Participation : 0,
        Purchases = IsLast ? gained.Purchases : 0,
    };

    /// <summary>How much of what was granted is still paid for.</summary>
    public static long Kept(long granted, long paidFen, long refundedFen) =>
        checked((long)((Int128)granted * (paidFen - refundedFen) / paidFen));
}
