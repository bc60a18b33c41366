using RetailMember.Membership.Purchases;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Till;

/// <summary>The refund as the page sends it: an amount for every line of the receipt, most of them empty.</summary>
internal sealed record RefundForm
{
    public required string RefundNo { get; init; }

    public required string StoreCode { get; init; }

    public required string ReceiptNo { get; init; }

    public required string ReceiptStoreCode { get; init; }

    public Money? Amount { get; init; }

    /// <summary>By line number.</summary>
    public IReadOnlyDictionary<string, Money> Lines { get; init; } = new Dictionary<string, Money>();

    public string? Reason { get; init; }

    public RefundPurchase.Input ToInput() => new()
    {
        RefundNo = RefundNo,
        StoreCode = StoreCode,
        ReceiptNo = ReceiptNo,
        ReceiptStoreCode = ReceiptStoreCode,
        Amount = Amount,
        Lines =
        [
            .. from line in Lines
               where line.Value.Fen != 0
               select new RefundPurchase.Part(int.Parse(line.Key, System.Globalization.CultureInfo.InvariantCulture), line.Value),
        ],
        Reason = Reason,
    };
}
