using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>Sells to one buyer after the other, by the hands that a sale needs.</summary>
/// <param name="buyers">Numbers of members.</param>
internal sealed class DemoCounter(DemoDesk desk, IReadOnlyList<string> buyers)
{
    private static readonly string[] Channels = [DemoChannels.Counter, DemoChannels.Counter, DemoChannels.Circle, DemoChannels.Marketing];

    /// <summary>How many were written down.</summary>
    public int Sales { get; private set; }

    /// <param name="seller">User name; null: nobody is credited.</param>
    /// <param name="draft">Its amount, store and way to pay.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<long> DraftAsync(string? seller, DraftSale.Input draft, CancellationToken cancel)
    {
        var whole = draft is { CardNumber: null, CardType: null }
            ? draft with { CardType = DemoCardTypes.Dining, Member = buyers[Sales % buyers.Count] }
            : draft;
        whole = whole with { SalesChannel = Channels[Sales % Channels.Length] };
        Sales++;
        return (await desk.RunAsync(whole with { Seller = seller }, seller, cancel)).CardSale.SaleNo;
    }

    /// <summary>Drafted and paid, and loaded onto its card; where no cashier works, finance takes the money.</summary>
    public async Task<SaleView> LoadAsync(string? seller, DraftSale.Input draft, CancellationToken cancel)
    {
        var sale = await DraftAsync(seller, draft, cancel);
        var till = draft.StoreCode == desk.Home.Code ? DemoPeople.Cashier : DemoPeople.Finance;
        await desk.RunAsync(new PaySale.Input(sale, draft.PaymentMethod, PaymentReference: "till-1"), till, cancel);
        return await desk.RunAsync(new LoadSale.Input(sale), till, cancel);
    }

    /// <summary>The same, and the card is in the buyer's hand.</summary>
    public async Task<SaleView> DeliverAsync(string? seller, DraftSale.Input draft, CancellationToken cancel)
    {
        var loaded = await LoadAsync(seller, draft, cancel);
        return loaded.State == SaleState.Delivered
            ? loaded
            : await desk.RunAsync(new DeliverSale.Input(loaded.SaleNo), seller, cancel);
    }

    /// <summary>To an account, as nobody's name stands on the card; somebody else decides.</summary>
    public Task AskForRefundAsync(long sale, string why, string by, CancellationToken cancel) => desk.RunAsync(
        new RefundSale.Input(sale, why, PayoutWay.BankAccount)
        {
            Key = $"demonstration-refund-{sale}", IdentityCheck = "身份证 尾号 0419", AccountName = "演示持卡人", AccountNo = "6222000033334444",
        },
        by, cancel);

    public async Task<string> NumberOfAsync(SaleView sale, CancellationToken cancel) =>
        (await desk.RunAsync(new RevealCard.Input(sale.Card!.Value), cancel)).FullNumber;

    public Task SpendAsync(string receipt, decimal yuan, string number, string store, CancellationToken cancel) => desk.RunAsync(
        new ChargeCards.Input { ReceiptNo = receipt, StoreCode = store, Amount = Money.FromYuan(yuan), Cards = [number] },
        DemoPeople.Cashier, cancel);
}
