using System.Globalization;
using RetailMember.Membership.Purchases;
using RetailMember.Values;
using RetailMember.UseCases;

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
               select new RefundPurchase.Part(NumberOf(line.Key), line.Value),
        ],
        Reason = Reason,
    };

    private static int NumberOf(string line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.Invalid("lines", "field.malformed");
}
