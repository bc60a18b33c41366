using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Accounting;

public sealed class AccountingTestsOnSqlite(SqliteCards shop) : AccountingTests(shop), IClassFixture<SqliteCards>;

public sealed class AccountingTestsOnPostgres(PostgresCards shop) : AccountingTests(shop), IClassFixture<PostgresCards>;

/// <summary>What finance reads, and the proof of the books. Each test has a day of its own.</summary>
public abstract class AccountingTests(CardShop shop)
{
    [Fact, Trait("Req", "OPS-18"), Trait("Req", "OPS-20"), Trait("Req", "SV-14")]
    public async Task Value_that_one_store_sold_and_another_took_is_owed_and_opening_and_movements_make_the_closing()
    {
        shop.Clock.Set("2029-01-10");
        var before = await OwedAsync("2029-01-10", "2029-01-10");
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m);
        await SpendAtSecondStoreAsync(sold.Card!.Value, 880m);

        // Of 880 that were spent of 5,000 and 500, 800 are principal.
        var debts = await shop.Do(new ReadInterStore.Input(Day("2029-01-10"), Day("2029-01-10")));
        debts.Debts.ShouldBe([new("s1", "s2", Yuan(800m), Yuan(80m))]);
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
            new("s1", SaleTender.Cash, 1, Yuan(5_000m), Yuan(500m)), new("s1", SaleTender.BankCard, 1, Yuan(6_000m), Yuan(600m)),
        ]);
        day.Spends.ShouldBe([new("s2", "house", Yuan(1_000m), Yuan(100m))]);
        day.Difference.ShouldBe(Yuan(0m));
    }

    [Fact, Trait("Req", "OPS-08"), Trait("Req", "SV-08")]
    public async Task Books_of_sales_are_sound_until_somebody_touches_them()
    {
        shop.Clock.Set("2029-03-10");
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, shop.Seller());
        _ = (await shop.TakeBackAsync(sold.SaleNo)).Value;
        (await FaultsAsync()).ShouldBeEmpty();

        await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardSales
            .Where(s => s.Id == sold.SaleNo).ExecuteUpdateAsync(s => s.SetProperty(x => x.RefundedFen, 100_000L)));
        (await FaultsAsync()).ShouldBe(["commissions-are-not-sales"]);
        await shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardSales
            .Where(s => s.Id == sold.SaleNo).ExecuteUpdateAsync(s => s.SetProperty(x => x.RefundedFen, 500_000L)));
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task The_law_is_said_plainly_where_somebody_sells_against_it()
    {
        shop.Clock.Set("2029-04-10");
        var type = await shop.TypeAsync(Restaurant);

        (await shop.Do(SalesGiven.Draft(type, 60_000m))).Warnings.ShouldBe(
            ["storedvalue.law.cap", "storedvalue.law.real-name", "storedvalue.law.cash"]);
        (await shop.Do(SalesGiven.Draft(type, 5_000m) with { PaymentMethod = SaleTender.BankTransfer, ForCompany = true }))
            .Warnings.ShouldBe(["storedvalue.law.cap"]);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private async Task<ReadLiability.CardLiability> OwedAsync(string from, string to) =>
        (await shop.Do(new ReadLiability.Input(Day(from), Day(to)))).WholeBrand;

    private Task<bool> SpendAtSecondStoreAsync(Guid card, decimal yuan) => shop.InTables(async scope =>
    {
        var (book, open) = await scope.GetRequiredService<CardBooks>().OpenOneAsync(card, CancellationToken.None);
        var load = open.Loads.Single();
        var there = shop.Occasion() with { StoreId = 12, StoreCode = "s2" };
        book.Add(
            open, new MoveOrder(CardMoveKind.Charged, there, "test"),
            new PartOrder(load, -load.Row.Left.Split((long)(yuan * 100), load.Terms.SpendRule)));
        await book.SaveAsync(CancellationToken.None);
        return true;
    });

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
