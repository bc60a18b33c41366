using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Auditing;

public sealed class BookCheckTestsOnSqlite(SqliteShop shop) : BookCheckTests(shop), IClassFixture<SqliteShop>;

public sealed class BookCheckTestsOnPostgres(PostgresShop shop) : BookCheckTests(shop), IClassFixture<PostgresShop>;

public abstract class BookCheckTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "OPS-08")]
    public async Task The_books_are_sound_after_every_kind_of_step_and_what_is_tampered_with_is_found()
    {
        await TradeAsync();
        (await FaultsAsync()).ShouldBeEmpty();

        await TamperAsync();

        (await FaultsAsync()).Select(f => (f.Code, f.Count)).ShouldBe(
            [
                ("voucher-value-is-not-moves", 1L), ("voucher-state-is-not-value", 1L), ("stock-is-not-orders", 1L),
                ("entitlement-is-not-uses", 1L), ("service-day-is-not-bookings", 1L), ("orders-are-not-postings", 1L),
            ],
            ignoreOrder: true);
    }

    private async Task TradeAsync()
    {
        var definition = await shop.DefinitionAsync(Worth(10m));
        var codes = await shop.OfferAsync(
            Goods(100) with { Stock = StockKind.Shared },
            Goods(100) with { Kind = RewardKind.Coupon, VoucherDefinition = definition },
            Goods(100) with { Kind = RewardKind.Service, Service = new ServiceTerms { Uses = 2, Days = 10, PerDay = 3 } });
        await shop.SupplyAsync(codes[0], 5);
        var member = await shop.RichAsync(1_000);
        var orders = new List<Guid>();
        foreach (var code in (string[])[codes[0], codes[0], codes[0], codes[1], codes[2]])
            orders.Add((await shop.Do(Order(code, member))).Order);
        await shop.Do(new CancelOrder.Input(orders[0], "test"));
        await shop.Do(new Collect.Input { Key = Key(), StoreCode = "s1", Order = orders[1], Check = "known" });
        await shop.Do(new UseEntitlement.Input { Key = Key(), StoreCode = "s1", Entitlement = orders[4], Check = "card" });
        await shop.Do(new ReturnOrder.Input(orders[1], "test", Restock: false));
        var part = await shop.VoucherAsync(Worth(100m) with { PartialUse = true });
        var (whole, rate) = (await shop.VoucherAsync(Worth(30m)), await shop.VoucherAsync(Rate(0.8m)));
        var receipt = Key();
        await shop.Do(Use(part.Code, 60m, receiptNo: receipt));
        await shop.Do(Return(part.Id, receipt, 20m));
        await shop.Do(Use(whole.Code, 20m));
        await shop.Do(Use(rate.Code, 20m));
        await shop.Do(new RevokeVoucher.Input((await shop.VoucherAsync(Worth(5m))).Id, "test"));
    }

    private Task<int> TamperAsync() => shop.InTables(async tables =>
    {
        var db = tables.GetRequiredService<RedemptionDb>();
        var part = await db.Vouchers.Where(v => v.State == VoucherState.PartlyUsed).Select(v => v.Id).FirstAsync();
        await db.Vouchers.Where(v => v.Id == part).ExecuteUpdateAsync(set => set.SetProperty(v => v.RemainingFen, v => v.FaceFen));
        await db.RewardStocks.ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken - 1));
        await db.Entitlements.ExecuteUpdateAsync(set => set.SetProperty(e => e.Used, 2));
        await db.ServiceDays.ExecuteUpdateAsync(set => set.SetProperty(d => d.Taken, d => d.Taken + 1));
        return await db.RewardOrders.Where(o => o.State == RewardOrderState.Cancelled)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Points, o => o.Points + 1));
    });

    private Task<IReadOnlyList<BookFault>> FaultsAsync() =>
        shop.InTables(tables => tables.GetRequiredService<IBookCheck>().FindAsync(default));
}
