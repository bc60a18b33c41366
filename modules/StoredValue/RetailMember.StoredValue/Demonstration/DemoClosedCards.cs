using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.Values;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>
/// Cards that were given up, one of them at another store, and whose last dinner was returned after that: what came back
/// waits to be paid out, once to the account that is known, once to one that the holder has yet to name.
/// </summary>
internal sealed class DemoClosedCards(DemoDesk desk, DemoCards cards)
{
    public const int Count = 2;

    public async Task SowAsync(CancellationToken cancel)
    {
        await SowAsync("D-0988", 800m, 260m, PayoutWay.BankAccount, desk.Other.Code, cancel);
        await SowAsync("D-0989", 400m, 320m, PayoutWay.Cash, desk.Home.Code, cancel);
    }

    /// <param name="at">Where it was given up.</param>
    private async Task SowAsync(
        string receipt, decimal load, decimal spent, PayoutWay payout, string at, CancellationToken cancel)
    {
        desk.GoTo(DemoDesk.Days + 1, 15);
        var card = await cards.SellAsync("sold-" + receipt, DemoCardTypes.Experience, member: null, load, cancel);
        desk.GoTo(21, 19);
        var dinner = await cards.ChargeAsync(receipt, spent, card.Number, desk.Home.Code, cancel);
        desk.GoTo(20, 14);
        var asked = await cards.AskToCloseAsync("demonstration-closed-" + receipt, card.Card, "不再用餐", payout, at, cancel);
        desk.GoTo(19, 10);
        await desk.RunAsync(
            new DecideClosing.Input(asked.Closing, Approve: true, "证件相符")
            {
                PayoutReference = payout == PayoutWay.BankAccount ? "T-" + receipt : null,
            },
            DemoPeople.Finance, cancel);
        desk.GoTo(2, 12);
        await desk.RunAsync(
            new RefundCharge.Input
            {
                Key = "demonstration-return-" + receipt, StoreCode = desk.Home.Code, Bill = dinner,
                Amount = Money.FromYuan(spent), Reason = "错收",
            },
            DemoPeople.Cashier, cancel);
    }
}
