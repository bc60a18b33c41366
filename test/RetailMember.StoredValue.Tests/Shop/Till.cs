using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.StoredValue.Value.Holds;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Shop;

/// <summary>What tills ask for.</summary>
internal static class Till
{
    public static ChargeCards.Input Charge(decimal yuan, params Card[] cards) => new()
    {
        ReceiptNo = Key(), StoreCode = "s1", Amount = Yuan(yuan), Cards = [.. cards.Select(c => c.Number)],
    };

    public static RefundCharge.Input Refund(Guid bill, decimal yuan) =>
        new() { Key = Key(), StoreCode = "s1", Bill = bill, Amount = Yuan(yuan) };

    public static HoldAmount.Input Hold(decimal yuan, Card card) =>
        new() { ReceiptNo = Key(), StoreCode = "s1", Amount = Yuan(yuan), Card = card.Number };

    public static RaiseHold.Input Raise(Guid hold, decimal yuan) =>
        new() { Key = Key(), StoreCode = "s1", Hold = hold, Amount = Yuan(yuan) };

    public static CaptureHold.Input Capture(Guid hold, decimal yuan) =>
        new() { Key = Key(), StoreCode = "s1", Hold = hold, Amount = Yuan(yuan) };

    public static ReleaseHold.Input Release(Guid hold) => new() { Key = Key(), StoreCode = "s1", Hold = hold };
}
