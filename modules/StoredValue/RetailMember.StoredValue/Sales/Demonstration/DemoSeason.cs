using System.Globalization;
using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>
/// Two sales in three days, of changing sellers, stores and amounts; every fifth reloads an earlier card, whose seller is
/// credited; cards pay at either store; one sale is taken back; commission is settled twice.
/// </summary>
internal sealed class DemoSeason(DemoDesk desk, DemoCounter counter, DemoSalesPlan plan)
{
    private const int Returned = 45;

    private static readonly string?[] Sellers =
    [
        DemoPeople.Floor, DemoPeople.Bar, DemoPeople.Supervisor, DemoPeople.Floor, null, DemoPeople.Bar, DemoPeople.General,
        DemoPeople.Former,
    ];

    private static readonly decimal[] Amounts = [5_000m, 8_000m, 5_000m, 6_000m, 12_000m, 5_000m, 10_000m, 5_500m];

    private static readonly SaleTender[] Tenders =
        [SaleTender.Cash, SaleTender.BankCard, SaleTender.BankCard, SaleTender.BankTransfer];

    private readonly List<(SaleView Sale, string Number)> cards = [];

    public async Task SowAsync(CancellationToken cancel)
    {
        for (var daysAgo = DemoDesk.Days; daysAgo > 0; daysAgo--)
        {
            desk.GoTo(daysAgo, 10 + (daysAgo % 10));
            if (daysAgo % 3 != 0) await SellAsync(daysAgo, cancel);
            else if (cards.Count > 1) await SpendAsync(daysAgo, cancel);
            if (daysAgo == Returned) await TakeBackAsync(cancel);
            desk.GoTo(daysAgo, 21);
            await plan.EndOfDayAsync(daysAgo, cancel);
        }
    }

    private async Task SellAsync(int daysAgo, CancellationToken cancel)
    {
        var i = counter.Sales;
        var draft = new DraftSale.Input
        {
            Key = Key("sale", daysAgo), StoreCode = i % 3 == 2 ? desk.Other.Code : desk.Home.Code,
            Principal = Money.FromYuan(Amounts[i % Amounts.Length]), PaymentMethod = Tenders[i % Tenders.Length],
        };
        if (i % 5 == 4 && cards.Count > 3)
        {
            await counter.DeliverAsync(seller: null, draft with { CardNumber = cards[^3].Number }, cancel);
            return;
        }

        var sale = await counter.DeliverAsync(Sellers[i % Sellers.Length], draft, cancel);
        cards.Add((sale, await counter.NumberOfAsync(sale, cancel)));
    }

    /// <summary>Every other time at the store that did not sell the card.</summary>
    private Task SpendAsync(int daysAgo, CancellationToken cancel)
    {
        var (sale, number) = cards[^2];
        var elsewhere = sale.StoreCode == desk.Home.Code ? desk.Other.Code : desk.Home.Code;
        return counter.SpendAsync(
            Key("D", daysAgo), 388m + (22m * (daysAgo % 9)), number, daysAgo % 2 == 0 ? elsewhere : sale.StoreCode!, cancel);
    }

    private async Task TakeBackAsync(CancellationToken cancel)
    {
        var draft = new DraftSale.Input
        {
            Key = Key("returned", Returned), StoreCode = desk.Home.Code, CardType = DemoCardTypes.Experience,
            Principal = Money.FromYuan(1_000m), PaymentMethod = SaleTender.BankCard,
        };
        var sale = (await counter.DeliverAsync(DemoPeople.Bar, draft, cancel)).SaleNo;
        desk.GoTo(Returned, 20);
        await counter.AskForRefundAsync(sale, "计划有变", DemoPeople.General, cancel);
        await desk.RunAsync(new DecideRefund.Input(sale, Approve: true, "七天内，同意", "T-0501"), DemoPeople.Director, cancel);
    }

    private static string Key(string what, int daysAgo) => string.Create(CultureInfo.InvariantCulture, $"{what}-{daysAgo:000}");
}
