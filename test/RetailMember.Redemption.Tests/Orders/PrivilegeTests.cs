using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Privileges;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class PrivilegeTestsOnSqlite(SqliteShop shop) : PrivilegeTests(shop), IClassFixture<SqliteShop>;

public sealed class PrivilegeTestsOnPostgres(PostgresShop shop) : PrivilegeTests(shop), IClassFixture<PostgresShop>;

[Trait("Req", "PH-02"), Trait("Req", "RD-05")]
public abstract class PrivilegeTests(Shop.Shop shop)
{
    private static readonly DateOnly Today = Day("2026-03-02");

    [Fact]
    public async Task A_refund_below_480_gives_points_and_stock_back_and_the_order_is_not_handed_out()
    {
        var reward = await OfferAsync(Goods(5_000) with { Stock = StockKind.Shared });
        await shop.SupplyAsync(reward, 1);
        var (order, member, receipt) = await OpenedAsync(reward, 480m);

        Refund(member, receipt, 0.01m);
        (await shop.RefusalOf(Take(order))).ShouldBe("redemption.order-receipt-refunded");
        await ReviewAsync(member, receipt);

        (await shop.Do(new ReadOrder.Input(order))).Steps[^1]
            .ShouldSatisfyAllConditions(
                s => s.State.ShouldBe(RewardOrderState.Cancelled),
                s => s.Note.ShouldBe("receipt-refunded"),
                s => s.StoreCode.ShouldBe("s2"));
        (await shop.PointsAsync(member)).ShouldBe(1_000);
        (await shop.RefusalOf(Take(order))).ShouldBe("redemption.order-not-open");
        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.too-few-points");
        (await shop.Do(Order(reward, await shop.RichAsync(5_000)))).Points.ShouldBe(5_000);
    }

    [Fact]
    public async Task A_refund_that_leaves_480_changes_nothing()
    {
        var (order, member, receipt) = await OpenedAsync(await OfferAsync(Goods(5_000)), 600m);

        Refund(member, receipt, 120m);
        await ReviewAsync(member, receipt);

        (await shop.Do(Take(order))).State.ShouldBe(RewardOrderState.Collected);
    }

    [Fact]
    public async Task What_the_price_asked_for_when_it_was_had_counts_not_what_it_asks_for_now()
    {
        var reward = await OfferAsync(Goods(5_000));
        var (order, member, receipt) = await OpenedAsync(reward, 480m);
        await shop.Do(new Redemption.Catalogue.EditReward.Input(reward, Goods(5_000)));

        Refund(member, receipt, 1m);
        await ReviewAsync(member, receipt);

        (await shop.Do(new ReadOrder.Input(order))).State.ShouldBe(RewardOrderState.Cancelled);
    }

    [Fact]
    public async Task What_was_handed_out_stays_and_is_marked_once_for_staff()
    {
        var (order, member, receipt) = await OpenedAsync(await OfferAsync(Goods(5_000)), 480m);
        await shop.Do(Take(order));

        Refund(member, receipt, 480m);
        await ReviewAsync(member, receipt);
        await ReviewAsync(member, receipt);

        var read = await shop.Do(new ReadOrder.Input(order));
        (read.State, read.Mark, read.Steps.Count).ShouldBe((RewardOrderState.Collected, "receipt-refunded", 3));
        (await shop.PointsAsync(member)).ShouldBe(0);
        (await shop.Do(new FindOrders.Input { Member = member.MemberNo, Marked = true })).Items
            .ShouldHaveSingleItem().Order.ShouldBe(order);
        (await shop.Do(new ReturnOrder.Input(order, "brought back"))).State.ShouldBe(RewardOrderState.Returned);
    }

    [Fact]
    public async Task A_coupon_comes_back_while_it_is_unused_and_is_marked_after()
    {
        var coupon = Goods(5_000) with { Kind = RewardKind.Coupon, VoucherDefinition = await shop.DefinitionAsync(Worth(10m)) };
        var (unused, first, one) = await OpenedAsync(await OfferAsync(coupon), 480m);
        var (used, second, two) = await OpenedAsync(await OfferAsync(coupon), 480m);
        var voucher = (await shop.Do(new FindVouchers.Input { Member = second.MemberNo })).Items.Single().Voucher;
        await shop.Do(Use((await shop.Do(new RevealVoucher.Input(voucher))).Code, 20m));

        foreach (var (member, receipt) in ((MemberSummary, Guid)[])[(first, one), (second, two)])
        {
            Refund(member, receipt, 480m);
            await ReviewAsync(member, receipt);
        }

        (await shop.Do(new ReadOrder.Input(unused))).State.ShouldBe(RewardOrderState.Returned);
        (await shop.PointsAsync(first)).ShouldBe(1_000);
        (await shop.Do(new ReadOrder.Input(used))).Mark.ShouldBe("receipt-refunded");
        (await shop.PointsAsync(second)).ShouldBe(0);
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task A_coupon_that_was_passed_on_stays_with_the_friend_and_the_order_is_marked()
    {
        var definition = await shop.DefinitionAsync(Worth(10m) with { Transferable = true });
        var coupon = Goods(5_000) with { Kind = RewardKind.Coupon, VoucherDefinition = definition };
        var (order, member, receipt) = await OpenedAsync(await OfferAsync(coupon), 480m);
        var voucher = (await shop.Do(new FindVouchers.Input { Member = member.MemberNo })).Items.Single().Voucher;
        await shop.Do(new TransferVoucher.Input(voucher, shop.Members.Add().MemberNo));

        Refund(member, receipt, 480m);
        await ReviewAsync(member, receipt);

        var read = await shop.Do(new ReadOrder.Input(order));
        (read.State, read.Mark).ShouldBe((RewardOrderState.Collected, "receipt-refunded"));
        (await shop.RefusalOf(new ReturnOrder.Input(order, "asked for"))).ShouldBe("redemption.reward-was-used");
        (await shop.ViewAsync(voucher)).State.ShouldBe(VoucherState.Issued);
        (await shop.PointsAsync(member)).ShouldBe(0);
    }

    [Fact]
    public async Task Twenty_tellings_and_collections_at_once_have_one_end()
    {
        var (order, member, receipt) = await OpenedAsync(await OfferAsync(Goods(5_000)), 480m);
        Refund(member, receipt, 480m);

        var collected = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Take(order))));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReviewAsync(member, receipt)));

        (await collected).ShouldAllBe(c => !c.Accepted);
        (await shop.Do(new ReadOrder.Input(order))).Steps.Count(s => s.State == RewardOrderState.Cancelled).ShouldBe(1);
        (await shop.PointsAsync(member)).ShouldBe(1_000);
    }

    private static Collect.Input Take(Guid order) => new() { Key = Key(), StoreCode = "s1", Order = order, Check = "card" };

    private async Task<string> OfferAsync(RewardTerms terms) => (await shop.OfferAsync(terms with
    {
        Prices = [new ConditionalPrice { Code = "privilege", Points = 1_000, ReceiptOfToday = Yuan(480m) }],
    }))[0];

    /// <summary>A new member's order for his 1,000 points, opened by a receipt of today.</summary>
    private async Task<(Guid Order, MemberSummary Member, Guid Receipt)> OpenedAsync(string reward, decimal yuan)
    {
        var member = await shop.RichAsync(1_000);
        shop.Members.Buy(member, "2026-03-02", yuan);
        var order = await shop.Do(Order(reward, member) with { Points = 1_000 });
        order.Points.ShouldBe(1_000);
        return (order.Order, member, shop.Members.Receipts[(member.Id, Today)].Single().Id);
    }

    private void Refund(MemberSummary member, Guid receipt, decimal yuan) =>
        shop.Members.Receipts[(member.Id, Today)] =
            [.. shop.Members.Receipts[(member.Id, Today)].Select(r =>
                r.Id == receipt ? r with { NetFen = r.NetFen - Yuan(yuan).Fen } : r)];

    /// <summary>The refund is heard of, at store s2.</summary>
    private Task<bool> ReviewAsync(MemberSummary member, Guid receipt) => shop.InTables(async tables =>
    {
        await tables.GetRequiredService<ReceiptPrivileges>().ReviewAsync(
            member.Id, receipt, new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, Today, "refund", 12), default);
        return true;
    });
}
