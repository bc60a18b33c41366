using RetailMember.Brands;
using RetailMember.Values;

namespace RetailMember.Restaurant.Tables;

/// <summary>A bill in a list.</summary>
/// <param name="TableBill">Its key.</param>
/// <param name="MaskedNumber">Of the card.</param>
/// <param name="Total">Yuan that were ordered.</param>
/// <param name="Held">Yuan that are set aside, or were.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="ClosedAt">UTC.</param>
internal sealed record TableBillLine(
    Guid TableBill, string StoreCode, string TableNo, TableBillState State, string MaskedNumber, Money Total, Money Held,
    string OpenedBy, DateTime OpenedAt, string? ClosedBy, DateTime? ClosedAt, string? Reason)
{
    public static TableBillLine Of(TableBill b, IBrandDirectory brands) => new(
        b.Id, brands.FindStore(b.StoreId)?.Code ?? "", b.TableNo, b.State, b.CardNumber, new Money(b.TotalFen),
        new Money(b.HeldFen), b.OpenedBy, b.OpenedAt, b.ClosedBy, b.ClosedAt, b.Reason);
}

/// <summary>A bill with what was ordered.</summary>
/// <param name="CardHold">What the card's slip is found by once it is paid.</param>
/// <param name="HeldUntil">UTC; from then on what is set aside comes back to the card.</param>
/// <param name="HoldIsOver">It has come back: to pay the bill, or to add to it, sets it aside anew.</param>
internal sealed record TableBillView(
    TableBillLine TableSummary, IReadOnlyList<TableBillView.Item> Items, Guid CardHold, DateTime HeldUntil, bool HoldIsOver)
{
    /// <param name="Amount">Yuan; below zero, it was taken off.</param>
    /// <param name="AddedAt">UTC.</param>
    internal sealed record Item(int No, string Dish, Money Amount, string AddedBy, DateTime AddedAt);
}
