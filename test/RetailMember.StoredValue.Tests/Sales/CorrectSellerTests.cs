using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class CorrectSellerTestsOnSqlite(SqliteCards shop) : CorrectSellerTests(shop), IClassFixture<SqliteCards>;

public sealed class CorrectSellerTestsOnPostgres(PostgresCards shop) : CorrectSellerTests(shop), IClassFixture<PostgresCards>;

/// <summary>A sale that was credited to the wrong one.</summary>
public abstract class CorrectSellerTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-03")]
    public async Task The_one_gives_up_all_he_had_and_the_other_has_it_also_after_it_was_settled_and_partly_refunded()
    {
        shop.Clock.Set("2033-03-02");
        var (wrong, right) = (shop.Seller(), shop.Seller());
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, wrong);
        shop.Clock.Set("2033-03-20");
        await shop.Do(new MakePayable.Input());
        var correct = new CorrectSeller.Input(sold.SaleNo, right.UserName, "顾客签字证明");
        (await shop.RefusalOf(correct, caller: As(wrong, SalesPermissions.AnswerDisputes))).ShouldBe("storedvalue.second-person-needed");
        (await shop.RefusalOf(correct, caller: As(right, SalesPermissions.AnswerDisputes))).ShouldBe("storedvalue.second-person-needed");
        (await shop.RefusalOf(correct with { Seller = "nobody" })).ShouldBe("storedvalue.seller-not-found");

        var corrected = await shop.Do(correct);

        (corrected.Seller, corrected.FormerSeller, corrected.CorrectedWhy).ShouldBe((right.UserName, wrong.UserName, "顾客签字证明"));
        ((await shop.YuanOfAsync(wrong)), (await shop.YuanOfAsync(right))).ShouldBe((0m, 50m));
        (await shop.ReadAsync(sold.Card!.Value)).LastSellerId.ShouldBe(right.Id);
        (await shop.RefusalOf(correct)).ShouldBe("storedvalue.nothing-to-correct");

        // What comes back from now on is taken from who has it.
        await shop.SpendAsync(sold.Card!.Value, 1_100m);
        await shop.CloseCardAsync(sold.Card!.Value);
        ((await shop.YuanOfAsync(wrong)), (await shop.YuanOfAsync(right))).ShouldBe((0m, 10m));
        await shop.Do(correct with { Seller = wrong.UserName });
        ((await shop.YuanOfAsync(wrong)), (await shop.YuanOfAsync(right))).ShouldBe((10m, 0m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-01")]
    public async Task Who_took_the_money_or_loaded_is_not_credited_afterwards()
    {
        var (named, took, loaded) = (shop.Seller(), shop.Seller(), shop.Seller());
        var sale = (await shop.Do(Draft(await shop.TypeAsync(Restaurant), 5_000m, named))).CardSale.SaleNo;
        await shop.Do(Paid(sale), caller: As(took, SalesPermissions.TakePayments));
        await shop.Do(new LoadSale.Input(sale), caller: As(loaded, SalesPermissions.TakePayments));
        await shop.Do(new DeliverSale.Input(sale));

        foreach (var hand in new[] { took, loaded })
            (await shop.RefusalOf(new CorrectSeller.Input(sale, hand.UserName, "r")))
                .ShouldBe("storedvalue.seller-had-the-money");
    }

    [Fact, Trait("Req", "SV-03"), Trait("Req", "SV-08")]
    public async Task Renewals_stay_with_who_sold_to_the_card_last_when_an_older_sale_is_corrected()
    {
        var (last, right) = (shop.Seller(), shop.Seller());
        var first = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, last);
        var second = await shop.SoldAsync(Reload(await shop.NumberAsync(first), 6_000m, last));

        await shop.Do(new CorrectSeller.Input(first.SaleNo, right.UserName, "首卡由他人售出"));
        (await shop.ReadAsync(first.Card!.Value)).LastSellerId.ShouldBe(last.Id);
        await shop.Do(new CorrectSeller.Input(second.SaleNo, right.UserName, "续充亦然"));
        (await shop.ReadAsync(first.Card!.Value)).LastSellerId.ShouldBe(right.Id);
    }

    [Fact, Trait("Req", "SV-03"), Trait("Req", "SV-08")]
    public async Task A_renewal_that_was_the_stores_gives_its_card_to_who_sold_it_unless_somebody_has_sold_to_it_since()
    {
        var (leaver, right, later) = (shop.Seller(), shop.Seller(), shop.Seller());
        var first = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, leaver);
        var number = await shop.NumberAsync(first);
        shop.Staff.Leave(leaver.UserName);
        var (renewal, again) = (await shop.SoldAsync(Reload(number, 6_000m)), await shop.SoldAsync(Reload(number, 7_000m)));
        (await shop.ReadAsync(first.Card!.Value)).LastSellerId.ShouldBe(leaver.Id);

        await shop.Do(new CorrectSeller.Input(again.SaleNo, right.UserName, "漏填"));

        (await shop.ReadAsync(first.Card!.Value)).LastSellerId.ShouldBe(right.Id);
        await shop.Do(new CorrectSeller.Input(renewal.SaleNo, later.UserName, "漏填"));
        (await shop.ReadAsync(first.Card!.Value)).LastSellerId.ShouldBe(right.Id, "He has sold to it since.");
    }

    [Fact, Trait("Req", "SV-08"), Trait("Yardstick", "R4")]
    public async Task Of_a_sale_that_was_given_back_wholly_the_other_has_no_lines_at_all()
    {
        var (wrong, right) = (shop.Seller(), shop.Seller());
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, wrong);
        await shop.TakeBackAsync(sold.SaleNo);

        await shop.Do(new CorrectSeller.Input(sold.SaleNo, right.UserName, "顾客签字证明"));

        (await shop.EarnedAsync(sold.SaleNo)).ShouldAllBe(l => l.Seller == wrong.UserName);
        (await shop.Do(new ReadSale.Input(sold.SaleNo))).CardSale.Seller.ShouldBe(right.UserName);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-08")]
    public async Task A_sale_that_was_the_stores_becomes_somebodys_and_waits_for_its_refund_window()
    {
        var seller = shop.Seller();
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m);

        await shop.Do(new CorrectSeller.Input(sold.SaleNo, seller.UserName, "漏填"));

        (await shop.LinesAsync(sold.SaleNo)).ShouldBe([(CommissionKind.Commission, 50m, CommissionState.Pending)]);
    }
}
