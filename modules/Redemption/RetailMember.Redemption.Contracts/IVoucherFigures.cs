namespace RetailMember.Redemption;

/// <summary>What became of vouchers that another module issued, for the session's current brand.</summary>
public interface IVoucherFigures
{
    /// <summary>Of all vouchers whose issue key begins so.</summary>
    Task<VoucherFigures> OfIssuesAsync(string keyPrefix, CancellationToken cancel);
}

/// <param name="Issued">Vouchers.</param>
/// <param name="Used">Those of them that paid at least once.</param>
/// <param name="DiscountFen">What they paid, returns taken off, in fen.</param>
public sealed record VoucherFigures(long Issued, long Used, long DiscountFen);
