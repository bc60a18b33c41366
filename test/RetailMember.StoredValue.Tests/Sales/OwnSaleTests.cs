using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Data;
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
        var rivals = new CancelSale.Input(second, "不是我的") { Key = Key() };
        (await shop.RefusalOf(rivals, caller: stranger)).ShouldBe("storedvalue.sale-not-found");
        (await shop.Do(new CancelSale.Input(second, "顾客反悔") { Key = Key() }, caller: own)).CardSale.State.ShouldBe(SaleState.Cancelled);
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-08")]
    public async Task A_former_seller_reads_the_sale_of_his_lines_and_nobody_reads_anothers_lines_on_his_own()
    {
        var (drafter, former, present) = (shop.Seller(), shop.Seller(), shop.Seller());
        var draft = Draft(await shop.TypeAsync(Restaurant), 80_000m, former) with { BonusPerMille = 120, BonusReason = "老客户" };
        var sale = (await shop.Do(draft, caller: As(drafter, SellCards))).CardSale.SaleNo;
        await shop.Do(new DecideBonus.Input(sale, Approve: true, "年度客户"));
        await shop.Do(Paid(sale), caller: CardShop.Person("收银", TakePayments));
        await shop.Do(new LoadSale.Input(sale));
        await shop.Do(new DeliverSale.Input(sale));
        await shop.Do(new CorrectSeller.Input(sale, present.UserName, "顾客签字证明"));

        foreach (var (reader, yuan) in new[] { (drafter, Array.Empty<decimal>()), (former, [800m, -800m]), (present, [800m]) })
        {
            var read = await shop.Do(new ReadOwnSale.Input(sale), caller: As(reader, SellCards));
            read.CommissionLines.Select(l => l.Amount.Fen / 100m).ShouldBe(yuan, ignoreOrder: true);
            read.CommissionLines.ShouldAllBe(l => l.Seller == reader.UserName);
            read.Offer.ShouldBeNull("What the house earns is for who approves.");
        }

        (await shop.Do(new ReadSale.Input(sale), caller: CardShop.Person("收银", ViewSales))).Offer.ShouldBeNull();
        (await shop.Do(new ReadSale.Input(sale), caller: CardShop.Person("店总", ViewSales, ApproveBonuses))).Offer.ShouldNotBeNull();
        (await shop.Do(new ReadSale.Input(sale), caller: CardShop.Person("收银", ViewSales))).CommissionLines.ShouldBeEmpty();
        (await shop.Do(new ReadSale.Input(sale), caller: As(present, ViewSales))).CommissionLines.ShouldHaveSingleItem()
            .Seller.ShouldBe(present.UserName);
        (await shop.Do(new ReadSale.Input(sale), caller: CardShop.Person("财务", ViewSales, ViewCommissions)))
            .CommissionLines.Count.ShouldBe(3);
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

        await AddLinesAsync(sold.SaleNo, 100);
        var late = await shop.Do(new ReadOwnSales.Input(), caller: own);
        (late.CommissionLines.Count, late.CommissionLines.Any(l => l.CommissionLine == line), late.Disputes.Count)
            .ShouldBe((100, false, 0), "A doubt stands with its line or not at all.");
        var newest = await shop.Do(new DisputeLine.Input(late.CommissionLines[0].CommissionLine, "应为 2%"), caller: own);
        (await shop.Do(new ReadOwnSales.Input(), caller: own)).Disputes.ShouldHaveSingleItem().Dispute.ShouldBe(newest.Dispute);
    }

    private Task<int> AddLinesAsync(long sale, int count) => shop.InTables(async scope =>
    {
        var db = scope.GetRequiredService<StoredValueDb>();
        var like = await db.CommissionLines.AsNoTracking().FirstAsync(l => l.SaleId == sale);
        db.CommissionLines.AddRange(Enumerable.Range(0, count).Select(_ => new CommissionLine
        {
            Id = Guid.CreateVersion7(), BrandId = like.BrandId, SaleId = sale, StoreId = like.StoreId, SellerId = like.SellerId,
            Seller = like.Seller, Kind = like.Kind, Fen = 1, On = like.On, At = like.At, PayableOn = like.PayableOn,
        }));
        return await db.SaveChangesAsync();
    });
}
