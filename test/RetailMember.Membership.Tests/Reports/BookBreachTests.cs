using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Reports;

public sealed class BookBreachTestsOnSqlite() : BookBreachTests(DatabaseKind.Sqlite);

public sealed class BookBreachTestsOnPostgres() : BookBreachTests(DatabaseKind.Postgres);

/// <summary>One number changed past every use case, and the proof names it.</summary>
public abstract class BookBreachTests(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly Dictionary<string, Func<MembershipDb, Task>> Tampering = new()
    {
        ["points-are-not-posting"] = db => db.Purchases.ExecuteUpdateAsync(set => set.SetProperty(p => p.Points, p => p.Points + 1)),
        ["growth-is-not-posting"] = db => db.Purchases.ExecuteUpdateAsync(set => set.SetProperty(p => p.Growth, p => p.Growth + 1)),
        ["refund-is-not-reversal"] = db =>
            db.Refunds.ExecuteUpdateAsync(set => set.SetProperty(r => r.GrowthTaken, r => r.GrowthTaken + 1)),
        ["refunds-are-not-receipt"] = db => db.Purchases.ExecuteUpdateAsync(set => set.SetProperty(p => p.RefundedGrowth, 0)),
        ["posting-without-receipt"] = db => db.Purchases.ExecuteDeleteAsync(),
        ["reversal-without-refund"] = db => db.Refunds.ExecuteDeleteAsync(),
        ["spend-is-not-receipts"] = db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.LifetimeSpendFen, 1)),
        ["purchases-are-not-receipts"] = db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.LifetimePurchases, 9)),
        ["lifetime-metrics-are-not-receipts"] = db =>
            db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.LifetimeGrowth, 1)),
        ["running-metrics-are-not-receipts"] = db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.SpendFen, 1)),
    };

    private readonly Shop.Shop shop = kind == DatabaseKind.Sqlite ? new SqliteShop() : new PostgresShop();

    public static TheoryData<string> Codes => [.. Tampering.Keys];

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory, Trait("Req", "OPS-08")]
    [MemberData(nameof(Codes))]
    public async Task A_tampered_row_is_found(string code)
    {
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        await shop.Do(Buy(member, 1_300, receiptNo: "R-1"));
        await shop.Do(Buy(member, 50, receiptNo: "R-2"));
        await shop.Do(Back("R-1", 100));
        await shop.Do(Back("R-2", 50));
        (await shop.Do(new VerifyBooks.Input())).Brands.Single().Breaches.ShouldBeEmpty();

        await shop.InTables(async tables =>
        {
            await Tampering[code](tables.GetRequiredService<MembershipDb>());
            return 0;
        });

        var books = await shop.Do(new VerifyBooks.Input());
        books.Sound.ShouldBeFalse();
        books.Brands.Single().Breaches.Select(b => b.Code).ShouldContain(code);
    }

    private static RefundPurchase.Input Back(string receiptNo, decimal yuan) => new()
    {
        RefundNo = "T-" + receiptNo,
        StoreCode = "s1",
        ReceiptNo = receiptNo,
        Amount = Money.FromYuan(yuan),
    };
}
