using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers;

/// <summary>What is told of why a voucher was given.</summary>
internal static class ToldReasons
{
    /// <summary>The receipt, or the reason as far as it is told.</summary>
    public static string ReferenceOf(this IEnumerable<IVoucherReasons> reasons, VoucherMove move, string issueKey) =>
        move.Kind == VoucherMoveKind.Issued
            ? reasons.Select(r => r.InsteadOf(issueKey)).FirstOrDefault(told => told is not null) ?? move.Reference
            : move.Reference;
}
