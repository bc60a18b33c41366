using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>Short ways to sell.</summary>
internal static class SalesGiven
{
    /// <summary>A seller of a name of his own.</summary>
    public static StaffPerson Seller(this CardShop shop, string role = DefaultRole.SalesAssistant, int store = 11) =>
        shop.Staff.Add("p" + Key(), role, CardShop.Hotel.Id, store);

    public static Caller As(StaffPerson person, params string[] permissions) => CardShop.Person(person.UserName, permissions);

    public static DraftSale.Input Draft(string type, decimal yuan, StaffPerson? seller = null) => new()
    {
        Key = Key(), StoreCode = "s1", CardType = type, Seller = seller?.UserName, Principal = Yuan(yuan),
    };

    public static DraftSale.Input Reload(string number, decimal yuan, StaffPerson? seller = null) => new()
    {
        Key = Key(), StoreCode = "s1", CardNumber = number, Seller = seller?.UserName, Principal = Yuan(yuan),
    };

    /// <summary>Drafted and paid; its number.</summary>
    public static async Task<long> PaidAsync(this CardShop shop, DraftSale.Input draft)
    {
        var sale = (await shop.Do(draft)).CardSale.SaleNo;
        await shop.Do(new PaySale.Input(sale));
        return sale;
    }

    /// <summary>Taken back by somebody who neither sold nor took the money.</summary>
    public static Task<Outcome<RefundSale.Result>> TakeBackAsync(this CardShop shop, long sale) => shop.TryDo(
        new RefundSale.Input(sale, "七天无理由"), caller: CardShop.Person("财务", SalesPermissions.RefundSales));

    /// <summary>From the wish to the card in the customer's hand.</summary>
    public static async Task<SaleView> SoldAsync(this CardShop shop, DraftSale.Input draft)
    {
        var sale = await shop.PaidAsync(draft);
        var loaded = await shop.Do(new LoadSale.Input(sale));
        return loaded.State == SaleState.Loaded ? await shop.Do(new DeliverSale.Input(sale)) : loaded;
    }

    public static async Task<SaleView> SoldAsync(this CardShop shop, string type, decimal yuan, StaffPerson? seller = null) =>
        await shop.SoldAsync(Draft(type, yuan, seller));

    public static async Task<string> NumberAsync(this CardShop shop, SaleView sale) => (await shop.ReadAsync(sale.Card!.Value)).Number;

    public static async Task<IReadOnlyList<CommissionLineView>> EarnedAsync(this CardShop shop, long sale) =>
        (await shop.Do(new ReadSale.Input(sale))).CommissionLines;

    /// <summary>What the sale has earned, in yuan.</summary>
    public static async Task<decimal> YuanEarnedAsync(this CardShop shop, long sale) =>
        (await shop.EarnedAsync(sale)).Sum(l => l.Amount.Fen) / 100m;

    /// <summary>What a seller has, in yuan, whatever became of it.</summary>
    public static Task<decimal> YuanOfAsync(this CardShop shop, StaffPerson seller) => shop.InTables(async scope =>
    {
        var db = scope.GetRequiredService<StoredValueDb>();
        return await db.CommissionLines.Where(l => l.SellerId == seller.Id).SumAsync(l => l.Fen) / 100m;
    });

    public static async Task<IReadOnlyList<(CommissionKind Kind, decimal Yuan, CommissionState State)>> LinesAsync(
        this CardShop shop, long sale) =>
        [.. (await shop.EarnedAsync(sale)).Select(l => (l.Kind, l.Amount.Fen / 100m, l.State))];

    /// <summary>What loading a sale writes, without its commit.</summary>
    public static async Task LoadAsync(this IServiceProvider scope, CardShop shop, long sale)
    {
        var db = scope.GetRequiredService<StoredValueDb>();
        var row = await db.CardSales.SingleAsync(s => s.Id == sale);
        var now = shop.Clock.GetUtcNow().UtcDateTime;
        var type = await scope.GetRequiredService<CardTypeShelf>().InForceAsync(row.CardType, now, CancellationToken.None);
        var card = await scope.GetRequiredService<CardIssuing>().IssueAsync(type, null, null, shop.Occasion(), CancellationToken.None);
        await scope.GetRequiredService<CardLoading>().LoadAsync(
            new LoadOrder(card.Id, $"sale/{sale}", row.PrincipalFen, row.BonusFen, LoadKind.First, shop.Occasion(), "test"),
            CancellationToken.None);
        row.State = SaleState.Loaded;
        await db.SaveChangesAsync();
    }

    /// <summary>Spends of a card, past every till.</summary>
    public static Task SpendAsync(this CardShop shop, Guid card, decimal yuan) => shop.InTables(async scope =>
    {
        var (book, open) = await scope.GetRequiredService<CardBooks>().OpenOneAsync(card, CancellationToken.None);
        var load = open.Loads.Single();
        var parts = load.Row.Left.Split((long)(yuan * 100), load.Terms.SpendRule);
        book.Add(open, new MoveOrder(CardMoveKind.Charged, shop.Occasion(), "test"), new PartOrder(load, -parts));
        await book.SaveAsync(CancellationToken.None);
        return true;
    });

    /// <summary>The customer gets principal back after the cooling-off, as when a card is closed.</summary>
    public static Task GiveBackAsync(this CardShop shop, long sale, long fen) => shop.InTables(async scope =>
    {
        var call = new CallContext(Caller.House("house"), Channel.Api) { Brand = CardShop.Hotel, At = shop.Clock.GetUtcNow().UtcDateTime };
        var row = await scope.GetRequiredService<SaleBook>().HoldAsync(sale, SalesPermissions.RefundSales, call, CancellationToken.None);
        await scope.GetRequiredService<SaleRefunds>().ApplyAsync(row, fen, "test", CardOccasion.Of(call), CancellationToken.None);
        await scope.GetRequiredService<StoredValueDb>().SaveChangesAsync();
        return true;
    });
}
