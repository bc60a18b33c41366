using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.SalesPermissions;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>A seller reads his own sales and goes on with them, and never takes or loads money.</summary>
public sealed class OwnSaleTests(SqliteCards shop) : IClassFixture<SqliteCards>
{
    [Fact, Trait("Req", "SV-02"), Trait("Req", "SV-09")]
    public async Task A_seller_reads_his_own_sale_delivers_it_and_cancels_his_own_draft()
    {
        var (seller, other) = (shop.Seller(), shop.Seller());
        var (own, stranger) = (As(seller, SellCards, DeliverCards), As(other, SellCards, DeliverCards));
        var draft = Draft(await shop.TypeAsync(Restaurant), 5_000m);
        var sale = (await shop.Do(draft, caller: own)).CardSale.SaleNo;

        (await shop.RefusalOf(new ReadSale.Input(sale), caller: own)).ShouldBe("permission.denied");
        (await shop.Do(new ReadOwnSale.Input(sale), caller: own)).CardSale.State.ShouldBe(SaleState.Draft);
        (await shop.RefusalOf(new ReadOwnSale.Input(sale), caller: stranger)).ShouldBe("storedvalue.sale-not-found");
        (await shop.RefusalOf(new ReadOwnSale.Input(999_999), caller: own)).ShouldBe("storedvalue.sale-not-found");
        (await shop.RefusalOf(new ReadOwnSale.Input(sale), CardShop.Tea)).ShouldBe("storedvalue.sale-not-found");
        (await shop.RefusalOf(Paid(sale), caller: own)).ShouldBe("permission.denied");
        await shop.Do(Paid(sale), caller: CardShop.Person("收银", TakePayments));
        (await shop.RefusalOf(new LoadSale.Input(sale), caller: own)).ShouldBe("permission.denied");
        await shop.Do(new LoadSale.Input(sale));
        (await shop.Do(new DeliverSale.Input(sale), caller: own)).State.ShouldBe(SaleState.Delivered);

        (await shop.Do(new ReadOwnSale.Input(sale), caller: own)).CommissionLines.ShouldHaveSingleItem().Amount.ShouldBe(Yuan(50m));
        var second = (await shop.Do(draft with { Key = Key() }, caller: own)).CardSale.SaleNo;
        (await shop.Do(new CancelSale.Input(second, "顾客反悔") { Key = Key() }, caller: own)).CardSale.State.ShouldBe(SaleState.Cancelled);
    }

    [Fact, Trait("Req", "SV-02")]
    public async Task Doubts_stand_with_the_lines_that_are_shown_however_many_there_are()
    {
        var seller = shop.Seller();
        var own = As(seller, SellCards);
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, seller);
        var line = (await shop.EarnedAsync(sold.SaleNo))[0].CommissionLine;
        var doubt = await shop.Do(new DisputeLine.Input(line, "应为 2%"), caller: own);

        var read = await shop.Do(new ReadOwnSales.Input(), caller: own);

        read.Disputes.ShouldHaveSingleItem().Dispute.ShouldBe(doubt.Dispute);
        read.Disputes.ShouldAllBe(d => read.CommissionLines.Any(l => l.CommissionLine == d.CommissionLine));
    }
}
