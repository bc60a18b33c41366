using System.Globalization;
using RetailMember.Brands;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Purchases;
using RetailMember.Values;

namespace RetailMember.Membership.Imports.Work;

/// <summary>A row of a purchase file: a whole receipt, or one line of it.</summary>
/// <param name="OccurredAt">UTC.</param>
/// <param name="Amount">Yuan paid.</param>
/// <param name="ListAmount">Yuan before any discount.</param>
internal sealed record PurchaseRow(
    string ReceiptNo,
    DateTime OccurredAt,
    string StoreCode,
    string MemberNo,
    Money Amount,
    string? Category,
    int? Quantity,
    Money? ListAmount)
{
    private bool IsLine => Category is not null || Quantity is not null || ListAmount is not null;

    /// <summary>Receipt numbers are unique within their store. Empty where the row does not say both.</summary>
    public string Key => StoreCode.Length == 0 || ReceiptNo.Length == 0 ? "" : $"{StoreCode.ToUpperInvariant()}\t{ReceiptNo}";

    /// <summary>Business time first; what is of one instant goes by store and number, however the file is shuffled.</summary>
    public string Turn => string.Create(CultureInfo.InvariantCulture, $"{OccurredAt:yyyyMMddHHmmssffffff}\t{Key}");

    public static PurchaseRow Read(Cells cells, Brand brand) => new(
        cells.RequiredText(Columns.ReceiptNo),
        cells.RequiredInstant(Columns.OccurredAt, brand),
        cells.RequiredText(Columns.StoreCode),
        cells.RequiredText(Columns.MemberNo),
        cells.RequiredAmount(Columns.Amount),
        cells.Words(Columns.Category),
        (int?)cells.Whole(Columns.Quantity, 1, ReceiptForm.MostPieces),
        cells.Amount(Columns.ListAmount));

    /// <summary>The receipt that the rows are the lines of, as a till would send it.</summary>
    public static RecordPurchase.Input ReceiptOf(IReadOnlyList<PurchaseRow> rows) => new()
    {
        ReceiptNo = rows[0].ReceiptNo,
        StoreCode = rows[0].StoreCode,
        Member = rows[0].MemberNo,
        OccurredAt = rows[0].OccurredAt,
        Amount = rows is [{ IsLine: false } only] ? only.Amount : null,
        Lines = rows is [{ IsLine: false }] ? [] : [.. rows.Select(r => r.Line())],
    };

    private ReceiptLine Line() =>
        new() { Category = Category, Quantity = Quantity ?? 1, ListAmount = ListAmount, Amount = Amount };
}
