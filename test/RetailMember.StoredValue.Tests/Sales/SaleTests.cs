using RetailMember.People;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.StoredValue.SalesPermissions;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class SaleTestsOnSqlite(SqliteCards shop) : SaleTests(shop), IClassFixture<SqliteCards>;

public sealed class SaleTestsOnPostgres(PostgresCards shop) : SaleTests(shop), IClassFixture<PostgresCards>;

/// <summary>The way of a sale, and who may do which step of it.</summary>
public abstract class SaleTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-01"), Trait("Req", "RS-01"), Trait("Req", "RS-02")]
    public async Task Staff_drafts_finance_takes_the_money_the_cashier_loads_and_the_customer_has_the_card()
    {
        var seller = shop.Seller();
        var type = await shop.TypeAsync(Restaurant);

        var draft = (await shop.Do(Draft(type, 5_000m, seller))).CardSale;
        (draft.State, draft.Bonus, draft.Seller, draft.Attribution)
            .ShouldBe((SaleState.Draft, Yuan(500m), seller.UserName, Attribution.Named));
        (await shop.RefusalOf(new LoadSale.Input(draft.SaleNo))).ShouldBe("storedvalue.sale-not-paid");
        (await shop.Do(new PaySale.Input(draft.SaleNo, SaleTender.Cash, PaymentReference: "till-1/88"))).State.ShouldBe(SaleState.Paid);
        (await shop.RefusalOf(new DeliverSale.Input(draft.SaleNo))).ShouldBe("storedvalue.sale-not-in-this-state");
        var loaded = await shop.Do(new LoadSale.Input(draft.SaleNo));
        loaded.State.ShouldBe(SaleState.Loaded);
        (await shop.EarnedAsync(draft.SaleNo)).ShouldBeEmpty("Commission is earned at delivery.");
        (await shop.Do(new DeliverSale.Input(draft.SaleNo))).State.ShouldBe(SaleState.Delivered);

        var card = await shop.ReadAsync(loaded.Card!.Value);
        (card.PrincipalFen, card.BonusFen, card.LastSellerId).ShouldBe((500_000L, 50_000L, seller.Id));
        (await shop.RefusalOf(new CancelSale.Input(draft.SaleNo, "too late") { Key = Key() }))
            .ShouldBe("storedvalue.sale-not-in-this-state");
    }

    [Fact, Trait("Req", "SV-01")]
    public async Task Who_sells_does_not_load_and_who_is_nobody_does_not_sell()
    {
        var seller = shop.Seller();
        var type = await shop.TypeAsync(Restaurant);
        var sale = await shop.PaidAsync(Draft(type, 5_000m, seller));

        (await shop.RefusalOf(new LoadSale.Input(sale), caller: As(seller, TakePayments))).ShouldBe("storedvalue.seller-may-not-load");
        (await shop.RefusalOf(Draft(type, 5_000m) with { Seller = "nobody" })).ShouldBe("storedvalue.seller-not-found");
        (await shop.RefusalOf(Draft(type, 4_999.99m, seller))).ShouldBe("storedvalue.below-minimum-load");
        (await shop.RefusalOf(Draft("t-unknown", 5_000m, seller))).ShouldBe("storedvalue.card-type-not-found");
        (await shop.RefusalOf(new LoadSale.Input(sale), caller: As(seller))).ShouldBe("permission.denied");
        (await shop.RefusalOf(Paid(sale), CardShop.Tea)).ShouldBe("storedvalue.sale-not-found");
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "OPS-18")]
    public async Task A_cashier_of_another_store_finds_no_sale_of_this_one()
    {
        var sale = (await shop.Do(Draft(await shop.TypeAsync(Restaurant), 5_000m))).CardSale.SaleNo;
        var other = CardShop.Clerk("cashier-of-two", 12, TakePayments, ViewSales);

        (await shop.RefusalOf(Paid(sale), caller: other)).ShouldBe("storedvalue.sale-not-found");
        (await shop.RefusalOf(new ReadSale.Input(sale), caller: other)).ShouldBe("storedvalue.sale-not-found");
    }

    [Fact, Trait("Req", "SV-10")]
    public async Task A_cheque_is_no_money_before_it_has_cleared_and_stands_on_the_list_until_then()
    {
        var type = await shop.TypeAsync(Restaurant);
        var cheque = Draft(type, 6_000m) with { PaymentMethod = SaleTender.Cheque, TenderReference = "ZP-4711" };
        (await shop.RefusalOf(cheque with { TenderReference = null })).ShouldBe("field.not-empty");
        var (clears, bounces) = (await shop.PaidAsync(cheque), await shop.PaidAsync(cheque with { Key = Key() }));

        (await shop.RefusalOf(new LoadSale.Input(clears))).ShouldBe("storedvalue.sale-not-paid");
        (await shop.Do(new FindSales.Input { State = SaleState.AwaitsCheque, Size = 200 })).Items
            .Select(s => s.SaleNo).ShouldBe([bounces, clears], ignoreOrder: true);
        (await shop.RefusalOf(new ConfirmCheque.Input(bounces, Cleared: false))).ShouldBe("field.not-empty");
        (await shop.Do(new ConfirmCheque.Input(clears, Cleared: true))).State.ShouldBe(SaleState.Paid);
        (await shop.Do(new ConfirmCheque.Input(bounces, Cleared: false, "空头支票"))).State.ShouldBe(SaleState.Cancelled);
        (await shop.Do(new LoadSale.Input(clears))).State.ShouldBe(SaleState.Loaded);
        (await shop.RefusalOf(new LoadSale.Input(bounces))).ShouldBe("storedvalue.sale-not-in-this-state");
    }

    [Fact, Trait("Req", "RS-03"), Trait("Req", "SV-01")]
    public async Task Fifty_thousand_has_ten_per_cent_by_itself_and_more_only_with_approval()
    {
        var type = await shop.TypeAsync(Restaurant);
        var drafter = CardShop.Person("drafter", SellCards, ApproveBonuses);
        var asked = Draft(type, 80_000m) with { BonusPerMille = 120, BonusReason = "老客户" };

        (await shop.SoldAsync(type, 50_000m)).Bonus.ShouldBe(Yuan(5_000m));
        (await shop.RefusalOf(asked with { Principal = Yuan(20_000m) })).ShouldBe("storedvalue.bonus-does-not-float");
        (await shop.RefusalOf(asked with { BonusPerMille = 90 })).ShouldBe("storedvalue.bonus-does-not-float");
        (await shop.RefusalOf(asked with { BonusReason = null })).ShouldBe("field.not-empty");
        var sale = (await shop.Do(asked, caller: drafter)).CardSale.SaleNo;
        await shop.Do(Paid(sale));
        (await shop.RefusalOf(new LoadSale.Input(sale))).ShouldBe("storedvalue.bonus-not-approved");
        var offer = (await shop.Do(new ReadSale.Input(sale))).Offer.ShouldNotBeNull();
        // 89,600 yuan to spend cost 44,800 in goods at half their price.
        (offer.Offered, offer.Extra, offer.DiscountPerMille, offer.Margin, offer.MarginPerMille)
            .ShouldBe((Yuan(9_600m), Yuan(1_600m), 107, Yuan(35_200m), 440));
        (await shop.RefusalOf(new DecideBonus.Input(sale, true, "ok"), caller: drafter)).ShouldBe("storedvalue.second-person-needed");
        await shop.Do(new DecideBonus.Input(sale, Approve: true, "年度客户"));
        (await shop.RefusalOf(new DecideBonus.Input(sale, false, "doch"))).ShouldBe("key.reused");
        (await shop.Do(new LoadSale.Input(sale))).Bonus.ShouldBe(Yuan(9_600m));
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "RS-03")]
    public async Task What_the_card_would_not_take_is_not_sold_and_no_bonus_is_approved_that_it_would_not_take()
    {
        // Eighty thousand and the band's eight are within, with twelve per cent they are not.
        var type = await shop.TypeAsync(Restaurant with { MaximumBalance = Yuan(88_000m) });
        (await shop.RefusalOf(Draft(type, 80_000.01m))).ShouldBe("storedvalue.above-maximum-balance");
        var sale = await shop.PaidAsync(Draft(type, 80_000m) with { BonusPerMille = 120, BonusReason = "r" });
        (await shop.RefusalOf(new DecideBonus.Input(sale, Approve: true, "同意"))).ShouldBe("storedvalue.above-maximum-balance");
        await shop.Do(new DecideBonus.Input(sale, Approve: false, "超过余额上限"));
        var loaded = await shop.Do(new LoadSale.Input(sale));
        loaded.Bonus.ShouldBe(Yuan(8_000m));

        (await shop.RefusalOf(Reload(await shop.NumberAsync(loaded), 5_000m))).ShouldBe("storedvalue.above-maximum-balance");
    }

    [Fact, Trait("Req", "RS-03")]
    public async Task A_declined_bonus_falls_back_to_the_band()
    {
        var type = await shop.TypeAsync(Restaurant);
        var sale = await shop.PaidAsync(Draft(type, 80_000m) with { BonusPerMille = 120, BonusReason = "r" });
        await shop.Do(new DecideBonus.Input(sale, Approve: false, "不同意"));

        (await shop.Do(new LoadSale.Input(sale))).Bonus.ShouldBe(Yuan(8_000m));
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "CORE-44")]
    public async Task Twenty_who_load_one_paid_sale_load_it_once()
    {
        var sale = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(new LoadSale.Input(sale))));

        outcomes.ShouldAllBe(o => o.Accepted);
        var card = outcomes.Select(o => o.Value.Card).Distinct().ShouldHaveSingleItem()!.Value;
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(500_000);
    }

    [Fact, Trait("Req", "SV-01")]
    public async Task What_breaks_between_money_and_card_is_done_again_and_then_once()
    {
        var sale = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m));
        // The machine dies after the load and before its commit.
        await Should.ThrowAsync<InvalidOperationException>(() => shop.InTables<bool>(async scope =>
        {
            await scope.LoadAsync(shop, sale);
            throw new InvalidOperationException("power cut");
        }));
        (await shop.Do(new ReadSale.Input(sale))).CardSale.State.ShouldBe(SaleState.Paid);

        var first = await shop.Do(new LoadSale.Input(sale));
        var again = await shop.Do(new LoadSale.Input(sale));

        again.Card.ShouldBe(first.Card);
        (await shop.ReadAsync(first.Card!.Value)).PrincipalFen.ShouldBe(500_000);
    }
}
