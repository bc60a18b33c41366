using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Accounting;

public sealed class AccountingTestsOnSqlite(SqliteCards shop) : AccountingTests(shop), IClassFixture<SqliteCards>;

public sealed class AccountingTestsOnPostgres(PostgresCards shop) : AccountingTests(shop), IClassFixture<PostgresCards>;

/// <summary>What finance reads, and the proof of the books. Each test has a day of its own.</summary>
public abstract class AccountingTests(CardShop shop)
{
    private static readonly Caller Finance = CardShop.Person("财务", StoredValuePermissions.ApproveClosings);

    [Fact, Trait("Req", "OPS-18"), Trait("Req", "OPS-20"), Trait("Req", "SV-14")]
    public async Task Value_that_one_store_sold_and_another_took_is_owed_and_opening_and_movements_make_the_closing()
    {
        shop.Clock.Set("2029-01-10");
        var before = await OwedAsync("2029-01-10", "2029-01-10");
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m);
        await SpendAtSecondStoreAsync(sold.Card!.Value, 880m);

        // Of 880 that were spent of 5,000 and 500, 800 are principal.
        var debts = await shop.Do(new ReadInterStore.Input(Day("2029-01-10"), Day("2029-01-10")));
        debts.Debts.ShouldBe([new("s1", "s2", Yuan(800m), Yuan(0m), Yuan(80m))]);
        var owed = await OwedAsync("2029-01-10", "2029-01-10");
        owed.OpeningPrincipal.ShouldBe(before.OpeningPrincipal);
        owed.Movements.ShouldBe(
        [
            new(CardMoveKind.Loaded, Yuan(5_000m), Yuan(500m)), new(CardMoveKind.Charged, Yuan(-800m), Yuan(-80m)),
        ]);
        (owed.ClosingPrincipal, owed.ClosingBonus).ShouldBe((owed.OpeningPrincipal + Yuan(4_200m), owed.OpeningBonus + Yuan(420m)));

        (await OwedAsync("2029-01-11", "2029-01-11")).OpeningPrincipal.ShouldBe(owed.ClosingPrincipal);
        (await OwedAsync("2029-01-11", "2029-01-11")).Movements.ShouldBeEmpty();
        (await shop.RefusalOf(new ReadLiability.Input(Day("2029-01-11"), Day("2029-01-10")))).ShouldBe("storedvalue.span-too-long");
    }

    [Fact, Trait("Req", "OPS-20")]
    public async Task What_has_lapsed_is_told_beside_the_closing_until_it_is_booked_as_expired()
    {
        shop.Clock.Set("2029-06-10");
        var card = await shop.CardAsync(Plain, Pockets(30m, 0));
        await shop.LoadAsync(card.Id, Pockets(70m, 7m), o => o with { ExpiresOn = Day("2029-06-10") });
        var before = await OwedAsync("2029-06-10", "2029-06-10");

        shop.Clock.Set("2029-06-11");
        var lapsed = await OwedAsync("2029-06-11", "2029-06-11");
        (lapsed.LapsedPrincipal - before.LapsedPrincipal, lapsed.LapsedBonus - before.LapsedBonus).ShouldBe((Yuan(70m), Yuan(7m)));
        lapsed.ClosingPrincipal.ShouldBe(before.ClosingPrincipal);
        await shop.Do(new ExpireLoads.Input());

        var booked = await OwedAsync("2029-06-11", "2029-06-11");
        (booked.LapsedPrincipal, booked.LapsedBonus).ShouldBe((Yuan(0m), Yuan(0m)));
        booked.ClosingPrincipal.ShouldBe(before.ClosingPrincipal - lapsed.LapsedPrincipal);
    }

    [Fact, Trait("Req", "OPS-18"), Trait("Req", "SV-15")]
    public async Task A_payment_that_another_store_gives_back_is_owed_to_nobody()
    {
        shop.Clock.Set("2029-01-20");
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m);
        var card = await shop.ReadAsync(sold.Card!.Value);
        var bill = (await shop.Do(Charge(880m, card) with { StoreCode = "s2" })).Bill;
        await shop.Do(Refund(bill, 220m));

        (await shop.Do(new ReadInterStore.Input(Day("2029-01-20"), Day("2029-01-20")))).Debts
            .ShouldBe([new("s1", "s2", Yuan(600m), Yuan(0m), Yuan(60m))]);
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task The_day_is_reconciled_by_tender_and_till()
    {
        shop.Clock.Set("2029-02-10");
        var type = await shop.TypeAsync(Restaurant);
        await shop.SoldAsync(type, 5_000m);
        var sold = await shop.SoldAsync(SalesGiven.Draft(type, 6_000m) with { PaymentMethod = SaleTender.BankCard });
        await SpendAtSecondStoreAsync(sold.Card!.Value, 1_100m);

        var day = await shop.Do(new ReadReconciliation.Input());

        day.Loads.ShouldBe(
        [
            new("s1", SaleTender.Cash, "收银", 1, Yuan(5_000m), Yuan(5_000m), Yuan(500m), Yuan(0m), Yuan(0m)),
            new("s1", SaleTender.BankCard, "收银", 1, Yuan(6_000m), Yuan(6_000m), Yuan(600m), Yuan(0m), Yuan(0m)),
        ]);
        day.Spends.ShouldBe([new("s2", "house", Yuan(1_000m), Yuan(100m))]);
        day.Difference.ShouldBe(Yuan(0m));
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task What_was_paid_and_not_loaded_is_a_difference_until_it_is_loaded()
    {
        shop.Clock.Set("2029-05-10");
        var type = await shop.TypeAsync(Restaurant);
        var till = CardShop.Person("收银二", SalesPermissions.TakePayments);
        var sale = (await shop.Do(SalesGiven.Draft(type, 5_000m))).CardSale.SaleNo;
        await shop.Do(SalesGiven.Paid(sale), caller: till);

        var paid = await shop.Do(new ReadReconciliation.Input());
        paid.Loads.ShouldBe([new("s1", SaleTender.Cash, "收银二", 1, Yuan(5_000m), Yuan(0m), Yuan(0m), Yuan(0m), Yuan(5_000m))]);
        (paid.Difference, paid.AwaitsLoad, paid.Unexplained).ShouldBe((Yuan(5_000m), Yuan(5_000m), Yuan(0m)));
        shop.Clock.Set("2029-05-11");
        await shop.Do(new LoadSale.Input(sale));

        var late = await shop.Do(new ReadReconciliation.Input());
        (late.Difference, late.AwaitsLoad, late.Unexplained).ShouldBe((Yuan(-5_000m), Yuan(-5_000m), Yuan(0m)));
        (await shop.Do(new ReadReconciliation.Input(Day("2029-05-10"), Day("2029-05-11")))).Difference.ShouldBe(Yuan(0m));
        var free = await shop.EmptyCardAsync(type);
        await shop.LoadAsync(free.Id, Pockets(7_000m, 0));
        var tampered = await shop.Do(new ReadReconciliation.Input(Day("2029-05-10"), Day("2029-05-11")));
        tampered.Loads[0].ShouldBe(new("s1", null, "house", 0, Yuan(0m), Yuan(7_000m), Yuan(0m), Yuan(0m), Yuan(-7_000m)));
        (tampered.Difference, tampered.Unexplained).ShouldBe((Yuan(-7_000m), Yuan(-7_000m)), "nobody has paid for it");
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-16")]
    public async Task What_is_owed_and_not_paid_out_is_a_difference_too()
    {
        shop.Clock.Set("2029-06-10");
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m);
        var card = await shop.ReadAsync(sold.Card!.Value);
        var bill = (await shop.Do(Charge(1_100m, card))).Bill;
        shop.Clock.Set("2029-06-20");
        await CloseAsync(card.Id);
        await shop.Do(Refund(bill, 550m));

        var day = await shop.Do(new ReadReconciliation.Input());
        day.Payouts.ShouldBe([new("s1", PayoutWay.BankAccount, null, "财务", Yuan(4_000m))]);
        (day.PrincipalTakenOff, day.Difference).ShouldBe((Yuan(4_500m), Yuan(500m)));
        (day.AwaitsLoad, day.AwaitsPayout, day.Unexplained).ShouldBe((Yuan(0m), Yuan(500m), Yuan(0m)));
        shop.Clock.Set("2029-06-21");
        var owed = (await shop.Do(new FindClosings.Input(card.Id))).Closings.Single(c => c.OfReturn);
        await shop.Do(new DecideClosing.Input(owed.Closing, true, "已付") { PayoutReference = "T-1" }, caller: Finance);

        var next = await shop.Do(new ReadReconciliation.Input());
        (next.Difference, next.AwaitsPayout, next.Unexplained).ShouldBe((Yuan(-500m), Yuan(-500m), Yuan(0m)));
        (await shop.Do(new ReadReconciliation.Input(Day("2029-06-20"), Day("2029-06-21")))).Difference.ShouldBe(Yuan(0m));
    }

    private async Task CloseAsync(Guid card, string store = "s1")
    {
        var asked = await shop.Do(new RequestClosing.Input
        {
            Key = Key(), Card = card, StoreCode = store, Reason = "不再使用", IdentityCheck = "身份证",
            Payout = PayoutWay.BankAccount, AccountName = "张三", AccountNo = "6222",
        });
        await shop.Do(new DecideClosing.Input(asked.Closing, true, "核对无误") { PayoutReference = "T-1" }, caller: Finance);
    }

    [Fact, Trait("Req", "OPS-08"), Trait("Req", "SV-08")]
    public async Task Books_of_sales_are_sound_until_somebody_touches_them()
    {
        shop.Clock.Set("2029-03-10");
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, shop.Seller());
        _ = (await shop.TakeBackAsync(sold.SaleNo));
        (await FaultsAsync()).ShouldBeEmpty();

        await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardSales
            .Where(s => s.Id == sold.SaleNo).ExecuteUpdateAsync(s => s.SetProperty(x => x.RefundedFen, 100_000L)));
        (await FaultsAsync()).ShouldBe(["sale-refunds-are-not-moves", "commissions-are-not-sales"]);
        await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardSales
            .Where(s => s.Id == sold.SaleNo).ExecuteUpdateAsync(s => s.SetProperty(x => x.RefundedFen, 500_000L)));
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task The_law_is_said_plainly_where_somebody_sells_against_it()
    {
        shop.Clock.Set("2029-04-10");
        var type = await shop.TypeAsync(Restaurant);

        string[] said = ["storedvalue.law.cap", "storedvalue.law.real-name", "storedvalue.law.cash"];
        var drafted = await shop.Do(SalesGiven.Draft(type, 60_000m));
        drafted.Warnings.Select(w => w.Code).ShouldBe(said);
        drafted.Warnings[0].Text.ShouldBe("超过单张预付卡限额（记名 5000 元、不记名 1000 元）。");
        (await shop.Do(new ReadSale.Input(drafted.CardSale.SaleNo))).Warnings
            .ShouldBe(drafted.Warnings, "whoever takes the money reads it too");
        (await shop.Do(SalesGiven.Draft(type, 5_000m) with { PaymentMethod = SaleTender.BankTransfer, ForCompany = true }))
            .Warnings.Select(w => w.Code).ShouldBe(["storedvalue.law.cap"]);
    }

    [Fact, Trait("Req", "OPS-18"), Trait("Req", "SV-16")]
    public async Task What_one_store_sold_and_another_paid_out_is_owed_to_it()
    {
        shop.Clock.Set("2029-11-10");
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m);
        await CloseAsync(sold.Card!.Value, "s2");

        (await shop.Do(new ReadInterStore.Input(Day("2029-11-10"), Day("2029-11-10")))).Debts
            .ShouldBe([new("s1", "s2", Yuan(5_000m), Yuan(5_000m), Yuan(0m))]);
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-11")]
    public async Task Gift_cards_stand_in_the_day_beside_what_was_paid_for()
    {
        shop.Clock.Set("2029-12-10");
        await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m);
        await shop.CardAsync(Plain, Pockets(0, 200m));

        var day = await shop.Do(new ReadReconciliation.Input());

        day.GiftLoads.ShouldBe([new("s1", "house", null, 1, Yuan(200m))]);
        day.Loads.Single().Principal.ShouldBe(Yuan(5_000m));
        (day.Difference, day.Unexplained).ShouldBe((Yuan(0m), Yuan(0m)));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private async Task<ReadLiability.CardLiability> OwedAsync(string from, string to) =>
        (await shop.Do(new ReadLiability.Input(Day(from), Day(to)))).WholeBrand;

    private async Task SpendAtSecondStoreAsync(Guid card, decimal yuan) =>
        await shop.Do(Charge(yuan, await shop.ReadAsync(card)) with { StoreCode = "s2" });

    private Task<List<string>> FaultsAsync() => shop.InTables(async scope =>
        (await scope.GetServices<IBookCheck>().OfType<SalesChecks>().Single().FindAsync(CancellationToken.None))
        .Select(f => f.Code).ToList());
}

/// <summary>A brand that wants what the law forbids refused, and another switch off.</summary>
public sealed class StrictLawTests(StrictLawTests.StrictShop shop) : IClassFixture<StrictLawTests.StrictShop>
{
    [Fact, Trait("Req", "OPS-17")]
    public async Task A_switch_refuses_and_another_says_nothing()
    {
        var type = await shop.TypeAsync(Restaurant);

        (await shop.RefusalOf(SalesGiven.Draft(type, 60_000m))).ShouldBe("storedvalue.too-much-cash");
        (await shop.Do(SalesGiven.Draft(type, 9_000m))).Warnings.ShouldBeEmpty();
    }

    public sealed class StrictShop() : SettingsShop(("StoredValue.Law.Cash", "refuse"), ("StoredValue.Law.Cap", "off"));
}

/// <summary>A brand that comes to want no card to hold more than the law allows.</summary>
public sealed class CapTests(CapTests.CappedShop shop) : IClassFixture<CapTests.CappedShop>
{
    [Fact, Trait("Req", "OPS-17")]
    public async Task What_a_card_may_hold_is_weighed_again_when_it_is_loaded()
    {
        var card = await shop.EmptyCardAsync(await shop.TypeAsync(Plain));
        shop.Set("StoredValue.Law.Cap", "refuse");
        var (one, two) = (
            await shop.PaidAsync(SalesGiven.Reload(card.Number, 600m)), await shop.PaidAsync(SalesGiven.Reload(card.Number, 400.01m)));

        await shop.Do(new LoadSale.Input(one));

        (await shop.RefusalOf(new LoadSale.Input(two))).ShouldBe("storedvalue.above-lawful-cap", "each alone was below it");
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(600m, 0));
    }

    public sealed class CappedShop() : SettingsShop();
}
