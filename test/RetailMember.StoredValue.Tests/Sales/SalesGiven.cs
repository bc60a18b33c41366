using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using RetailMember.Texts;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>Short ways to sell.</summary>
internal static class SalesGiven
{
    /// <summary>A seller of a name of his own.</summary>
    public static StaffPerson Seller(this CardShop shop, string role = DefaultRole.SalesAssistant, int store = 11) =>
        shop.Staff.Add("p" + Key(), role, CardShop.Hotel.Id, store);

    /// <summary>A sales campaign that somebody has approved; its code.</summary>
    public static async Task<string> CampaignAsync(
        this CardShop shop, string code, string from, string to, RaceMetric metric = RaceMetric.Principal)
    {
        var planned = await shop.Do(Plan(code, from, to) with { Metric = metric });
        await shop.Do(new ApproveSalesCampaign.Input(code, planned.WordingMark));
        return code;
    }

    public static EditSalesCampaign.Input Plan(string campaign, string from, string to) => new()
    {
        Campaign = campaign,
        Name = new LocalName("售卡月", "Card month"),
        From = DateOnly.ParseExact(from, "yyyy-MM-dd", null),
        To = DateOnly.ParseExact(to, "yyyy-MM-dd", null),
    };

    public static Caller As(StaffPerson person, params string[] permissions) => CardShop.Person(person.UserName, permissions);

    public static DraftSale.Input Draft(string type, decimal yuan, StaffPerson? seller = null) => new()
    {
        Key = Key(), StoreCode = "s1", CardType = type, Seller = seller?.UserName, Principal = Yuan(yuan),
        PaymentMethod = SaleTender.Cash,
    };

    public static DraftSale.Input Reload(string number, decimal yuan, StaffPerson? seller = null) => new()
    {
        Key = Key(), StoreCode = "s1", CardNumber = number, Seller = seller?.UserName, Principal = Yuan(yuan),
        PaymentMethod = SaleTender.Cash,
    };

    public static PaySale.Input Paid(long sale, SaleTender how = SaleTender.Cash) => new(sale, how);

    /// <summary>Drafted and paid; its number.</summary>
    public static async Task<long> PaidAsync(this CardShop shop, DraftSale.Input draft)
    {
        var sale = (await shop.Do(draft)).CardSale.SaleNo;
        await shop.Do(Paid(sale, draft.PaymentMethod), caller: CardShop.Person("收银", SalesPermissions.TakePayments));
        return sale;
    }

    /// <summary>A refund to the buyer's account.</summary>
    public static RefundSale.Input ToAccount(long sale) => new(sale, "七天无理由", PayoutWay.BankAccount)
    {
        Key = Key(), IdentityCheck = "身份证 尾号 2716", AccountName = "持卡人", AccountNo = "6222000011112222",
    };

    /// <summary>Asked for by somebody who neither sold nor took the money, and approved by another; what is paid out.</summary>
    public static async Task<SaleRefundView> TakeBackAsync(this CardShop shop, long sale)
    {
        await shop.Do(ToAccount(sale), caller: CardShop.Person("财务", SalesPermissions.RefundSales));
        return await shop.ApproveAsync(sale);
    }

    public static Task<SaleRefundView> ApproveAsync(this CardShop shop, long sale) => shop.Do(
        new DecideRefund.Input(sale, Approve: true, "核对无误", "T-1"), caller: CardShop.Person("店总", StoredValuePermissions.ApproveClosings));

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

    /// <summary>Loads a sale as the cashier does, inside the caller's transaction.</summary>
    public static async Task LoadAsync(this IServiceProvider scope, CardShop shop, long sale)
    {
        var call = new CallContext(Caller.House("house"), Channel.Api) { Brand = CardShop.Hotel, At = shop.Clock.GetUtcNow().UtcDateTime };
        var row = await scope.GetRequiredService<SaleBook>().HoldAsync(sale, CancellationToken.None);
        await scope.GetRequiredService<SaleLoading>().LoadAsync(row, call, CancellationToken.None);
        await scope.GetRequiredService<StoredValueDb>().SaveChangesAsync();
    }

    /// <summary>Makes payable what is due, and pays all of it.</summary>
    public static async Task<ReadSettlement.Result> SettleAllAsync(this CardShop shop)
    {
        await shop.Do(new MakePayable.Input());
        var batch = (await shop.Do(new PrepareSettlement.Input { Key = Key() })).SettlementNo;
        await shop.Do(new DecideSettlement.Input(batch, Approve: true));
        return await shop.Do(new ReadSettlement.Input(batch));
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

    /// <summary>A card's closing, paid to its holder's account.</summary>
    public static RequestClosing.Input ToClose(Guid card) => new()
    {
        Key = Key(), Card = card, Reason = "搬家", IdentityCheck = "身份证", Payout = PayoutWay.BankAccount,
        AccountName = "持卡人", AccountNo = "6222000011112222",
    };

    /// <summary>A card has another holder, past every desk.</summary>
    public static Task HandToAsync(this CardShop shop, Guid card, Guid member) => shop.InTables(async scope =>
    {
        var (book, open) = await scope.GetRequiredService<CardBooks>().OpenOneAsync(card, CancellationToken.None);
        open.Card.MemberId = member;
        book.Restate(open.Card);
        book.Add(open, new MoveOrder(CardMoveKind.PassedOn, shop.Occasion(), "test"));
        await book.SaveAsync(CancellationToken.None);
        return true;
    });

    /// <summary>The card is closed, long after the cooling-off if need be: asked for by one, approved by another.</summary>
    public static async Task CloseCardAsync(this CardShop shop, Guid card)
    {
        var closing = await shop.Do(ToClose(card));
        await shop.Do(
            new DecideClosing.Input(closing.Closing, Approve: true, "同意") { PayoutReference = "T-1" },
            caller: CardShop.Person("店总", StoredValuePermissions.ApproveClosings));
    }
}
