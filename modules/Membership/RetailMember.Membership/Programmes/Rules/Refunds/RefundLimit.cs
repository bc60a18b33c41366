namespace RetailMember.Membership.Programmes;

internal static class RefundLimit
{
    /// <summary>How much of what a refund would take back the brand's policy lets it take.</summary>
    /// <param name="wanted">What the refund would take.</param>
    /// <param name="pending">What of the grant is still pending.</param>
    /// <param name="balance">What the member holds, pending included; may be negative.</param>
    public static long Apply(RefundPolicy policy, long wanted, long pending, long balance) => policy switch
    {
        RefundPolicy.AllowNegative => wanted,
        RefundPolicy.WithinBalance => Math.Min(wanted, Math.Max(0, balance)),
        RefundPolicy.OnlyPending => Math.Min(wanted, Math.Max(0, pending)),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, null),
    };
}
