using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Merging;

public sealed class MergeTestsOnSqlite(SqliteShop shop) : MergeTests(shop), IClassFixture<SqliteShop>;

public sealed class MergeTestsOnPostgres(PostgresShop shop) : MergeTests(shop), IClassFixture<PostgresShop>;

public abstract class MergeTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-49")]
    public async Task Vouchers_orders_and_points_of_two_lots_go_over_and_come_back_as_they_are_then()
    {
        var (stays, goes) = (shop.Members.Add(), shop.Members.Add());
        await shop.GrantAsync(goes, 60, "2026-11-30");
        await shop.GrantAsync(goes, 60, "2026-12-31");
        var (voucher, _, _) = await shop.VoucherAsync(Worth(10m), goes);
        var (given, _, _) = await shop.VoucherAsync(Worth(10m), goes);
        var reward = (await shop.OfferAsync(Goods(100))).Single();
        var order = (await shop.Do(Order(reward, goes))).Order;
        var merge = Guid.CreateVersion7();

        await MergeAsync(merge, stays, goes);

        (await HolderAsync(voucher)).ShouldBe(stays.Id);
        (await shop.PointsAsync(stays), await shop.PointsAsync(goes)).ShouldBe((20, 0));
        await shop.Do(new CancelOrder.Input(order, "changed his mind"));
        (await shop.LotsAsync(stays)).Select(l => (l.Remaining, l.ExpiresOn)).OrderBy(l => l.ExpiresOn).ThenBy(l => l.Remaining)
            .ShouldBe([(60, Day("2026-11-30")), (20, Day("2026-12-31")), (40, Day("2026-12-31"))]);
        await SoundAsync();
        await shop.InTables(async t =>
        {
            await t.GetRequiredService<RedemptionDb>().Vouchers.Where(v => v.Id == given)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.MemberId, Guid.CreateVersion7()));
            return 0;
        });

        await UnmergeAsync(merge, stays, goes);

        (await HolderAsync(voucher), await HolderAsync(given) == goes.Id).ShouldBe((goes.Id, false));
        (await OwnerAsync(order)).ShouldBe(goes.Id);
        (await shop.LotsAsync(goes)).Select(l => (l.Remaining, l.ExpiresOn))
            .ShouldBe([(60, Day("2026-11-30")), (60, Day("2026-12-31"))]);
        (await shop.PointsAsync(stays)).ShouldBe(0);
        await SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task One_person_has_one_limit_and_two_have_their_own_again()
    {
        var (stays, goes) = (await shop.RichAsync(1_000), await shop.RichAsync(1_000));
        var reward = (await shop.OfferAsync(Goods(100) with
        {
            Limits = [new RewardLimit(LimitPeriod.Ever, 2)],
        })).Single();
        await shop.Do(Order(reward, stays));
        await shop.Do(Order(reward, goes));
        var merge = Guid.CreateVersion7();

        await MergeAsync(merge, stays, goes);
        (await shop.TryDo(Order(reward, stays))).Accepted.ShouldBeFalse();

        await UnmergeAsync(merge, stays, goes);
        await shop.Do(Order(reward, stays));
        await shop.Do(Order(reward, goes));
        (await shop.TryDo(Order(reward, goes))).Accepted.ShouldBeFalse();
        await SoundAsync();
    }

    private static MemberMergeOrder Of(Guid merge, MemberSummary stays, MemberSummary goes) => new(
        merge, Shop.Shop.Apparel.Id, stays.Id, goes.Id, Day("2026-03-02"), new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), "anna");

    private static Succession Take(MemberMergeOrder order, string key) =>
        new(key, order.Duplicate, order.Survivor, order.On, PostingReason.None);

    private Task<IReadOnlyList<SuccessionLine>> MergeAsync(
        Guid merge, MemberSummary stays, MemberSummary goes) => shop.InTables(async t =>
    {
        var order = Of(merge, stays, goes);
        await t.GetRequiredService<IMemberMerge>().MoveAsync(order, TestContext.Current.CancellationToken);
        return await t.GetRequiredService<ILedgerSuccession>().TakeOverAsync(Take(order, $"merge:{merge:N}"));
    });

    private Task<IReadOnlyList<SuccessionLine>> UnmergeAsync(
        Guid merge, MemberSummary stays, MemberSummary goes) => shop.InTables(async t =>
    {
        var order = Of(merge, stays, goes);
        await t.GetRequiredService<IMemberMerge>().MoveBackAsync(order, TestContext.Current.CancellationToken);
        return await t.GetRequiredService<ILedgerSuccession>()
            .HandBackAsync(Take(order, $"unmerge:{merge:N}"), $"merge:{merge:N}");
    });

    private Task<Guid> HolderAsync(Guid voucher) => shop.InTables(t => t.GetRequiredService<RedemptionDb>().Vouchers
        .Where(v => v.Id == voucher).Select(v => v.MemberId).SingleAsync());

    private Task<Guid> OwnerAsync(Guid order) => shop.InTables(t => t.GetRequiredService<RedemptionDb>().RewardOrders
        .Where(o => o.Id == order).Select(o => o.MemberId).SingleAsync());

    private async Task SoundAsync()
    {
        (await shop.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(TestContext.Current.CancellationToken))).ShouldBeEmpty();
        (await shop.InTables(t => t.GetRequiredService<ILedgerAudit>().VerifyAsync(Day("2026-03-02"))))
            .SelectMany(l => l.Breaches).ShouldBeEmpty();
    }
}
