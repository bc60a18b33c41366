using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class OrderTestsOnSqlite(SqliteShop shop) : OrderTests(shop), IClassFixture<SqliteShop>;

public sealed class OrderTestsOnPostgres(PostgresShop shop) : OrderTests(shop), IClassFixture<PostgresShop>;

public abstract class OrderTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-11"), Trait("Req", "CORE-35")]
    public async Task An_order_is_made_ready_and_collected_once_by_its_code()
    {
        var (order, _) = await OrderedAsync(Goods(100));
        var code = (await shop.Do(new RevealOrder.Input(order.Order))).Code;

        (await shop.Do(new MarkReady.Input(order.Order, "s1"))).State.ShouldBe(RewardOrderState.Ready);
        (await shop.RefusalOf(Take(code) with { StoreCode = "s2" })).ShouldBe("redemption.order-at-other-store");
        var take = Take(code);
        (await shop.Do(take)).State.ShouldBe(RewardOrderState.Collected);
        (await shop.Do(take)).State.ShouldBe(RewardOrderState.Collected);
        (await shop.RefusalOf(Take(code))).ShouldBe("redemption.order-not-open");
        (await shop.RefusalOf(Take("0000-0000-0000-0000"))).ShouldBe("redemption.order-not-found");

        var steps = (await shop.Do(new ReadOrder.Input(order.Order))).Steps;
        steps.Select(s => s.State).ShouldBe([RewardOrderState.Reserved, RewardOrderState.Ready, RewardOrderState.Collected]);
        (steps[^1].Operator, steps[^1].StoreCode, steps[^1].Note).ShouldBe(("house", "s1", "disclosed: house"));
    }

    [Fact, Trait("Req", "RD-11")]
    public async Task A_manual_check_says_how_the_member_was_known()
    {
        var (order, _) = await OrderedAsync(Goods(100));
        var take = new Collect.Input { Key = Key(), StoreCode = "s1", Order = order.Order };

        (await shop.RefusalOf(take)).ShouldBe("field.not-empty");
        await shop.Do(take with { Check = "identity card" });

        (await shop.Do(new ReadOrder.Input(order.Order))).Steps[^1].Note.ShouldBe("checked: identity card");
    }

    [Fact, Trait("Req", "RD-11"), Trait("Req", "CORE-43")]
    public async Task A_cancelled_order_restores_the_very_lots_stock_and_limit()
    {
        var reward = (await shop.OfferAsync(
            Goods(120) with { Stock = StockKind.PerStore, Limits = [new(LimitPeriod.Month, 1)] }))[0];
        await shop.SupplyAsync(reward, 1, "s1");
        var member = shop.Members.Add();
        await shop.GrantAsync(member, 100, "2026-03-14");
        await shop.GrantAsync(member, 50, "2026-05-31");
        var order = await shop.Do(Order(reward, member));
        (await shop.LotsAsync(member)).Select(l => l.Remaining).ShouldBe([30]);

        await shop.Do(new CancelOrder.Input(order.Order, "changed his mind"));

        (await shop.LotsAsync(member)).Select(l => (l.Remaining, l.ExpiresOn))
            .ShouldBe([(100L, (DateOnly?)Day("2026-03-14")), (50L, (DateOnly?)Day("2026-05-31"))]);
        (await shop.RefusalOf(new CancelOrder.Input(order.Order, "again"))).ShouldBe("redemption.order-not-open");
        (await shop.Do(Order(reward, member))).State.ShouldBe(RewardOrderState.Reserved);
    }

    [Fact, Trait("Req", "RD-06"), Trait("Req", "RD-11")]
    public async Task What_is_not_collected_in_time_goes_back_to_the_shelf()
    {
        var reward = (await shop.OfferAsync(Goods(100) with { HoldDays = 3, Stock = StockKind.Shared }))[0];
        await shop.SupplyAsync(reward, 1);
        var member = await shop.RichAsync(100);
        var order = await shop.Do(Order(reward, member));
        var take = new Collect.Input { Key = Key(), StoreCode = "s1", Order = order.Order, Check = "known" };
        shop.Clock.Set("2026-03-05", "00:00:00");

        (await shop.RefusalOf(take)).ShouldBe("redemption.order-lapsed");
        (await shop.Do(new ExpireOrders.Input())).Orders.ShouldBeGreaterThanOrEqualTo(1);
        (await shop.Do(new ExpireOrders.Input())).Orders.ShouldBe(0);

        (await shop.Do(new ReadOrder.Input(order.Order))).State.ShouldBe(RewardOrderState.Expired);
        (await shop.PointsAsync(member)).ShouldBe(100);
        (await shop.Do(Order(reward, member))).State.ShouldBe(RewardOrderState.Reserved);
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "RD-11")]
    public async Task What_was_collected_comes_back_with_a_second_persons_approval_alone()
    {
        var reward = (await shop.OfferAsync(Goods(100) with { Stock = StockKind.Shared }))[0];
        await shop.SupplyAsync(reward, 1);
        var member = await shop.RichAsync(100);
        var order = await shop.Do(Order(reward, member));
        var anna = Shop.Shop.Person("anna", RedemptionPermissions.HandOutOrders, RedemptionPermissions.ReturnOrders);
        var bert = Shop.Shop.Person("bert", RedemptionPermissions.ReturnOrders);
        var take = new Collect.Input { Key = Key(), StoreCode = "s1", Order = order.Order, Check = "known" };
        (await shop.TryDo(take, caller: anna)).Accepted.ShouldBeTrue();

        (await shop.RefusalOf(new CancelOrder.Input(order.Order, "late"))).ShouldBe("redemption.order-not-open");
        (await shop.RefusalOf(new ReturnOrder.Input(order.Order, "broken"), caller: anna)).ShouldBe("redemption.second-person-needed");
        (await shop.TryDo(new ReturnOrder.Input(order.Order, "broken", Restock: false), caller: bert)).Accepted.ShouldBeTrue();

        (await shop.PointsAsync(member)).ShouldBe(100);
        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.reward-out-of-stock");
    }

    [Fact, Trait("Req", "RD-01"), Trait("Req", "RD-11")]
    public async Task A_right_comes_back_with_its_points_where_its_module_takes_it_back()
    {
        var extension = Goods(800) with { Kind = RewardKind.Right, Right = new RightTerms("test.special", "12") };
        var codes = await shop.OfferAsync(extension, extension with { Right = new RightTerms(PluginInMemory.Right) });
        var member = await shop.RichAsync(1_600);
        var (order, forGood) = (await shop.Do(Order(codes[0], member)), await shop.Do(Order(codes[1], member)));
        (await shop.PointsAsync(member)).ShouldBe(0);

        await shop.Do(new ReturnOrder.Input(order.Order, "not wanted"));
        (await shop.RefusalOf(new ReturnOrder.Input(forGood.Order, "not wanted"))).ShouldBe("redemption.right-not-returnable");

        (await shop.PointsAsync(member)).ShouldBe(800);
        shop.Members.TakenBack.Single(g => g.Member == member.Id)
            .ShouldBe(new RightGrant(member.Id, "12", order.Order, Day("2026-03-02")));
    }

    [Fact, Trait("Req", "RD-11")]
    public async Task A_coupon_or_service_comes_back_only_unused()
    {
        var definition = await shop.DefinitionAsync(Worth(10m) with { PartialUse = true });
        var coupon = (await shop.OfferAsync(Goods(100) with { Kind = RewardKind.Coupon, VoucherDefinition = definition }))[0];
        var member = await shop.RichAsync(200);
        var (unused, used) = (await shop.Do(Order(coupon, member)), await shop.Do(Order(coupon, member)));
        var vouchers = (await shop.Do(new FindVouchers.Input { Member = member.MemberNo })).Items;
        var code = (await shop.Do(new RevealVoucher.Input(vouchers[0].Voucher))).Code;
        await shop.Do(Use(code, 5m));

        await shop.Do(new ReturnOrder.Input(unused.Order, "not wanted"));
        (await shop.RefusalOf(new ReturnOrder.Input(used.Order, "not wanted"))).ShouldBe("redemption.reward-was-used");

        (await shop.PointsAsync(member)).ShouldBe(100);
        (await shop.Do(new FindVouchers.Input { Member = member.MemberNo })).Items.Single().RemainingValue.ShouldBe(Yuan(5m));
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task Points_whose_lot_has_lapsed_meanwhile_get_a_grace()
    {
        var reward = (await shop.OfferAsync(Goods(100) with { HoldDays = 60 }))[0];
        var member = shop.Members.Add();
        await shop.GrantAsync(member, 100, "2026-03-14");
        var order = await shop.Do(Order(reward, member));
        shop.Clock.Set("2026-03-20");

        await shop.Do(new CancelOrder.Input(order.Order, "changed his mind"));

        (await shop.LotsAsync(member)).Single().ExpiresOn.ShouldBe(Day("2026-04-19"));
        shop.Clock.Set("2026-03-02");
    }

    [Theory, Trait("Req", "RD-03")]
    [InlineData(10, 2, false)]
    [InlineData(10, 3, true)]
    [InlineData(9, 9, false)]
    public async Task A_reward_that_many_dislike_is_flagged(int ratings, int bad, bool flagged)
    {
        var reward = (await shop.OfferAsync(Goods(1)))[0];
        var member = await shop.RichAsync(ratings);
        for (var i = 0; i < ratings; i++)
        {
            var order = await shop.Do(Order(reward, member));
            (await shop.RefusalOf(new RateReward.Input(order.Order, 1))).ShouldBe("redemption.order-not-open");
            await shop.Do(new Collect.Input { Key = Key(), StoreCode = "s1", Order = order.Order, Check = "known" });
            await shop.Do(new RateReward.Input(order.Order, i < bad ? 2 : 3));
            (await shop.RefusalOf(new RateReward.Input(order.Order, 1))).ShouldBe("redemption.order-was-rated");
        }

        (await shop.Do(new FindRatings.Input())).Rewards.Single(r => r.Reward == reward)
            .ShouldBe(new FindRatings.Row(reward, Goods(1).Name, ratings, bad, flagged));
    }

    private static Collect.Input Take(string code) => new() { Key = Key(), StoreCode = "s1", Code = code };

    private async Task<(Redeem.Result Order, Membership.MemberSummary Member)> OrderedAsync(RewardTerms terms)
    {
        var reward = (await shop.OfferAsync(terms))[0];
        var member = await shop.RichAsync(terms.Points);
        return (await shop.Do(Order(reward, member)), member);
    }
}
