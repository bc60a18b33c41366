using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.StoredValue.Value.Holds;
using RetailMember.Values;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>
/// Cards in members' hands: sold two months ago, spent from since then, here and at another store, held, refunded, lost and
/// to be replaced, to be passed on, and one that is to be given up.
/// </summary>
internal sealed class DemoCards(DemoDesk desk)
{
    private static readonly decimal[] Loads = [5_000m, 8_000m, 5_000m, 20_000m, 50_000m];

    private readonly string store = desk.Home.Code;
    private readonly string otherStore = desk.Other.Code;

    /// <summary>The card with most on it, once they are sold.</summary>
    public DemoCard? Largest { get; private set; }

    /// <returns>How many were sold.</returns>
    public async Task<int> SowAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        var cards = new List<DemoCard>();
        foreach (var (i, yuan) in Loads.Index())
        {
            desk.GoTo(DemoDesk.Days + 2, 10 + i);
            cards.Add(await SellAsync($"{i}", DemoCardTypes.Dining, members[i], yuan, cancel));
        }

        Largest = cards[^1];
        var nobodys = await SellAsync("nobodys", DemoCardTypes.Experience, member: null, 600m, cancel);
        await SpendAsync(cards, cancel);
        desk.GoTo(9);
        await desk.RunAsync(new BlockCard.Input(cards[2].Card, BlockReason.Lost, "电话挂失"), DemoPeople.Cashier, cancel);
        await desk.RunAsync(
            new ReplaceCard.Input { Key = "demonstration-replacement", Card = cards[2].Card, Note = "挂失补卡" }, DemoPeople.General, cancel);
        await desk.RunAsync(
            new PassOnCard.Input { Card = cards[3].Card, Receiver = members[Loads.Length].MemberNo, Note = "赠与家人" },
            DemoPeople.General, cancel);
        desk.GoTo(0);
        await desk.RunAsync(
            new HoldAmount.Input { ReceiptNo = "T-08", StoreCode = store, Amount = Yuan(600m), Card = cards[0].Number }, cancel);
        await AskToCloseAsync("demonstration-closing", nobodys.Card, "搬去外地", PayoutWay.BankAccount, store, cancel);
        return Loads.Length + 1;
    }

    /// <summary>Sold by the house, paid, loaded and delivered at once.</summary>
    public async Task<DemoCard> SellAsync(
        string key, string type, MemberSummary? member, decimal yuan, CancellationToken cancel)
    {
        var draft = await desk.RunAsync(
            new DraftSale.Input
            {
                Key = "demonstration-" + key, StoreCode = store, CardType = type, Member = member?.MemberNo,
                Principal = Yuan(yuan), PaymentMethod = SaleTender.BankTransfer,
            },
            cancel);
        var sale = draft.CardSale.SaleNo;
        await desk.RunAsync(new PaySale.Input(sale, SaleTender.BankTransfer), DemoPeople.Finance, cancel);
        var loaded = await desk.RunAsync(new LoadSale.Input(sale), DemoPeople.Cashier, cancel);
        await desk.RunAsync(new DeliverSale.Input(sale), DemoPeople.Cashier, cancel);
        var card = loaded.Card!.Value;
        return new DemoCard(card, (await desk.RunAsync(new RevealCard.Input(card), cancel)).FullNumber);
    }

    public async Task<Guid> ChargeAsync(string receipt, decimal yuan, string number, string at, CancellationToken cancel) =>
        (await desk.RunAsync(
            new ChargeCards.Input { ReceiptNo = receipt, StoreCode = at, Amount = Yuan(yuan), Cards = [number] },
            DemoPeople.Cashier, cancel)).Bill;

    public Task<ClosingView> AskToCloseAsync(
        string key, Guid card, string reason, PayoutWay payout, string at, CancellationToken cancel) => desk.RunAsync(
        new RequestClosing.Input
        {
            Key = key, StoreCode = at, Card = card, Reason = reason, IdentityCheck = "身份证 尾号 2716", Payout = payout,
            AccountName = payout == PayoutWay.BankAccount ? "演示持卡人" : null,
            AccountNo = payout == PayoutWay.BankAccount ? "6222000011112222" : null,
        },
        DemoPeople.Cashier, cancel);

    private async Task SpendAsync(List<DemoCard> cards, CancellationToken cancel)
    {
        desk.GoTo(45, 20);
        var dinner = await ChargeAsync("D-1001", 880m, cards[0].Number, store, cancel);
        desk.GoTo(44);
        await desk.RunAsync(
            new RefundCharge.Input
            {
                Key = "demonstration-refund", StoreCode = store, Bill = dinner, Amount = Yuan(220m), Reason = "退菜",
            },
            DemoPeople.Cashier, cancel);
        desk.GoTo(30, 19);
        await ChargeAsync("D-1002", 1_260m, cards[1].Number, store, cancel);
        desk.GoTo(12, 13);
        await ChargeAsync("D-1003", 368.50m, cards[0].Number, store, cancel);
        desk.GoTo(3, 20);
        await ChargeAsync("G-2001", 1_760m, cards[3].Number, otherStore, cancel);
        desk.GoTo(0);
        await ChargeAsync("D-1004", 4_980m, cards[3].Number, store, cancel);
        await ChargeAsync("G-2002", 528m, cards[1].Number, otherStore, cancel);
    }

    private static Money Yuan(decimal yuan) => Money.FromYuan(yuan);
}

internal readonly record struct DemoCard(Guid Card, string Number);
