namespace RetailMember.Redemption;

/// <summary>What became of vouchers that another module issued, for the session's current brand.</summary>
public interface IVoucherFigures
{
    /// <summary>Of all vouchers whose issue key begins so, as far as they have paid before an instant (UTC).</summary>
    Task<VoucherFigures> OfIssuesAsync(string keyPrefix, DateTime until, CancellationToken cancel);
}

/// <param name="Issued">Vouchers.</param>
/// <param name="Used">Those of them that paid at least once.</param>
/// <param name="DiscountFen">What they paid, returns taken off, in fen.</param>
public sealed record VoucherFigures(long Issued, long Used, long DiscountFen);
