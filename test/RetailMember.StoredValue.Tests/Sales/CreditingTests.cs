using RetailMember.People;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class CreditingTestsOnSqlite(SqliteCards shop) : CreditingTests(shop), IClassFixture<SqliteCards>;

public sealed class CreditingTestsOnPostgres(PostgresCards shop) : CreditingTests(shop), IClassFixture<PostgresCards>;

/// <summary>Who is credited with a reload.</summary>
public abstract class CreditingTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-03")]
    public async Task A_reload_without_a_seller_is_credited_to_whoever_sold_last_until_somebody_else_brings_one()
    {
        var (a, b) = (shop.Seller(), shop.Seller());
        var number = await shop.NumberAsync(await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, a));

        var renewal = await shop.SoldAsync(Reload(number, 6_000m));
        (renewal.Kind, renewal.State, renewal.Seller, renewal.Attribution)
            .ShouldBe((SaleKind.Reload, SaleState.Delivered, a.UserName, Attribution.LastSeller));
        (await shop.YuanEarnedAsync(renewal.SaleNo)).ShouldBe(60m);
        (await shop.SoldAsync(Reload(number, 5_000m, b))).Seller.ShouldBe(b.UserName);
        (await shop.SoldAsync(Reload(number, 7_000m))).Seller.ShouldBe(b.UserName);

        (await shop.YuanOfAsync(a)).ShouldBe(110m);
        (await shop.YuanOfAsync(b)).ShouldBe(120m);
    }

    [Fact, Trait("Req", "SV-03")]
    public async Task Who_has_left_is_credited_with_no_renewal_and_keeps_what_he_earned()
    {
        var seller = shop.Seller();
        var number = await shop.NumberAsync(await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, seller));
        shop.Staff.Leave(seller.UserName);

        var renewal = await shop.SoldAsync(Reload(number, 6_000m));

        (renewal.Seller, renewal.Attribution).ShouldBe((null, Attribution.Store));
        (await shop.EarnedAsync(renewal.SaleNo)).ShouldBeEmpty();
        (await shop.YuanOfAsync(seller)).ShouldBe(50m);
    }

    [Fact, Trait("Req", "SV-03"), Trait("Req", "SV-09")]
    public async Task A_renewal_of_who_left_is_his_stores_performance()
    {
        shop.Clock.Set("2035-02-10");
        var seller = shop.Seller();
        var number = await shop.NumberAsync(await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, seller));
        shop.Staff.Leave(seller.UserName);

        await shop.SoldAsync(Reload(number, 6_000m));

        (await shop.Do(new ReportSales.Input { By = ReportBy.Store })).SalesRows.Select(r => (r.Of, r.Net))
            .ShouldBe([("s1", Yuan(11_000m))]);
    }

    [Fact, Trait("Req", "SV-03"), Trait("Req", "SV-08")]
    public async Task Only_who_may_sell_is_named_as_seller_and_keeps_what_he_sold_when_he_does_no_more()
    {
        var (seller, accountant) = (shop.Seller(), shop.Seller(DefaultRole.Finance));
        var type = await shop.TypeAsync(Restaurant);
        (await shop.RefusalOf(Draft(type, 5_000m, accountant))).ShouldBe("storedvalue.seller-may-not-sell");
        var sold = await shop.SoldAsync(type, 5_000m, seller);
        (await shop.RefusalOf(new CorrectSeller.Input(sold.SaleNo, accountant.UserName, "r"))).ShouldBe("storedvalue.seller-may-not-sell");

        shop.Staff.Add(seller.UserName, DefaultRole.Finance, CardShop.Hotel.Id);

        (await shop.SoldAsync(Reload(await shop.NumberAsync(sold), 6_000m))).Attribution.ShouldBe(Attribution.Store);
        (await shop.RefusalOf(Draft(type, 5_000m, seller))).ShouldBe("storedvalue.seller-may-not-sell");
        (await shop.YuanOfAsync(seller)).ShouldBe(50m);
    }

    [Fact, Trait("Req", "SV-03")]
    public async Task A_card_that_nobody_sold_is_the_stores_and_a_foreign_brands_card_is_none()
    {
        var number = await shop.NumberAsync(await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m));

        (await shop.SoldAsync(Reload(number, 6_000m))).Attribution.ShouldBe(Attribution.Store);
        (await shop.RefusalOf(Reload(number, 6_000m), CardShop.Tea)).ShouldBe("storedvalue.card-not-usable");
        (await shop.RefusalOf(Reload("1234", 6_000m))).ShouldBe("storedvalue.card-not-usable");
    }
}

/// <summary>Where a renewal of who left is nobody's performance.</summary>
public sealed class NobodysRenewalTests(NobodysRenewalTests.NobodyShop shop) : IClassFixture<NobodysRenewalTests.NobodyShop>
{
    [Fact, Trait("Req", "SV-03"), Trait("Req", "SV-09")]
    public async Task A_renewal_of_who_left_is_neither_his_nor_his_stores_and_still_in_the_sum()
    {
        shop.Clock.Set("2035-02-10");
        var seller = shop.Seller();
        var type = await shop.TypeAsync(Restaurant);
        var number = await shop.NumberAsync(await shop.SoldAsync(type, 5_000m, seller));
        shop.Staff.Leave(seller.UserName);

        var renewal = await shop.SoldAsync(Reload(number, 6_000m));
        await shop.SoldAsync(Reload(await shop.NumberAsync(await shop.SoldAsync(type, 7_000m)), 8_000m));

        (renewal.Seller, renewal.Attribution).ShouldBe((null, Attribution.Nobody));
        (await shop.EarnedAsync(renewal.SaleNo)).ShouldBeEmpty();
        foreach (var (by, place) in ((ReportBy, string)[])[(ReportBy.Store, "s1"), (ReportBy.Area, "东区")])
            (await shop.Do(new ReportSales.Input { By = by })).SalesRows.Select(r => (r.Of, r.Net)).ShouldBe(
                [("", Yuan(6_000m)), (place, Yuan(20_000m))], ignoreOrder: true, "What nobody ever sold is the store's.");
        (await shop.Do(new ReportSales.Input())).SalesRows.Select(r => (r.Of, r.Net)).ShouldBe(
            [("", Yuan(21_000m)), (seller.UserName, Yuan(5_000m))], ignoreOrder: true);
    }

    public sealed class NobodyShop() : SettingsShop((Crediting.RenewalsOfLeaversSetting, "nobody"));
}

/// <summary>The literal reading of the clause: only what is used up is renewed.</summary>
public sealed class OnlyWhenEmptyTests(OnlyWhenEmptyTests.StrictShop shop) : IClassFixture<OnlyWhenEmptyTests.StrictShop>
{
    [Fact, Trait("Req", "SV-03")]
    public async Task Where_only_empty_cards_are_renewed_a_card_with_money_on_it_credits_the_store()
    {
        var seller = shop.Seller();
        var number = await shop.NumberAsync(await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, seller));

        (await shop.SoldAsync(Reload(number, 6_000m))).Attribution.ShouldBe(Attribution.Store);
        (await shop.SoldAsync(Reload(number, 6_000m, seller))).Attribution.ShouldBe(Attribution.Named);
    }

    public sealed class StrictShop() : SettingsShop((Crediting.OnlyWhenEmptySetting, "true"));
}
