using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.StoredValue.Value.Holds;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>Cards in members' hands: sold, spent from, held, refunded, lost, and one that is to be given up.</summary>
internal sealed class DemoCards(UseCaseEntry entry, CallContext call, string store)
{
    private static readonly decimal[] Loads = [5_000m, 8_000m, 5_000m, 20_000m, 50_000m];

    /// <returns>How many were sold.</returns>
    public async Task<int> SowAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        var cards = new List<(Guid Card, string Number)>();
        foreach (var (i, yuan) in Loads.Index()) cards.Add(await SellAsync(i, DemoCardTypes.Dining, members[i], yuan, cancel));
        var nobodys = await SellAsync(Loads.Length, DemoCardTypes.Experience, member: null, 600m, cancel);
        var dinner = await ChargeAsync("D-1001", 880m, cards[0].Number, cancel);
        await ChargeAsync("D-1002", 1_260m, cards[1].Number, cancel);
        await ChargeAsync("D-1003", 368.50m, cards[0].Number, cancel);
        await ChargeAsync("D-1004", 4_980m, cards[3].Number, cancel);
        await entry.RunAsync(
            new RefundCharge.Input
            {
                Key = "demonstration-refund", StoreCode = store, Bill = dinner, Amount = Yuan(220m), Reason = "退菜",
            },
            call, cancel);
        await entry.RunAsync(
            new HoldAmount.Input { ReceiptNo = "T-08", StoreCode = store, Amount = Yuan(600m), Card = cards[0].Number }, call, cancel);
        await entry.RunAsync(new BlockCard.Input(cards[2].Card, BlockReason.Lost, "电话挂失"), call, cancel);
        await entry.RunAsync(
            new RequestClosing.Input
            {
                Key = "demonstration-closing", StoreCode = store, Card = nobodys.Card, Reason = "搬去外地",
                IdentityCheck = "身份证 尾号 2716", Payout = PayoutWay.BankAccount, AccountName = "演示持卡人",
                AccountNo = "6222000011112222",
            },
            call, cancel);
        return Loads.Length + 1;
    }

    private static Money Yuan(decimal yuan) => Money.FromYuan(yuan);

    private async Task<(Guid Card, string Number)> SellAsync(
        int i, string type, MemberSummary? member, decimal yuan, CancellationToken cancel)
    {
        var draft = await entry.RunAsync(
            new DraftSale.Input
            {
                Key = $"demonstration-{i}", StoreCode = store, CardType = type, Member = member?.MemberNo,
                Principal = Yuan(yuan), PaymentMethod = SaleTender.BankTransfer,
            },
            call, cancel);
        var sale = draft.CardSale.SaleNo;
        await entry.RunAsync(new PaySale.Input(sale, SaleTender.BankTransfer), call, cancel);
        var loaded = await entry.RunAsync(new LoadSale.Input(sale), call, cancel);
        await entry.RunAsync(new DeliverSale.Input(sale), call, cancel);
        var card = loaded.Card!.Value;
        return (card, (await entry.RunAsync(new RevealCard.Input(card), call, cancel)).FullNumber);
    }

    private async Task<Guid> ChargeAsync(string receipt, decimal yuan, string number, CancellationToken cancel) => (await entry.RunAsync(
        new ChargeCards.Input { ReceiptNo = receipt, StoreCode = store, Amount = Yuan(yuan), Cards = [number] }, call, cancel)).Bill;
}
