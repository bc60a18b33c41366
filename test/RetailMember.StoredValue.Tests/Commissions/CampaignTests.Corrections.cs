using RetailMember.People;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Commissions;

/// <summary>Refunds that wait for a decision and sales that belong to somebody else.</summary>
public abstract partial class CampaignTests
{
    [Fact, Trait("Req", "SV-05")]
    public async Task A_race_is_not_over_while_a_refund_that_was_asked_for_in_time_waits()
    {
        var (best, next) = (shop.Seller(), shop.Seller());
        shop.Clock.Set("2029-11-20");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2029-11-01", "2029-11-30");
        await shop.SoldAsync(type, 5_000m, next);
        var sold = await shop.SoldAsync(type, 60_000m, best);
        await shop.Do(SalesGiven.ToAccount(sold.SaleNo), caller: CardShop.Person("财务", SalesPermissions.RefundSales));

        await CloseAsync("2029-12-20");
        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((600m, 150m));
        await shop.ApproveAsync(sold.SaleNo);
        await CloseAsync("2029-12-21");

        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((0m, 350m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-05"), Trait("Req", "SV-08")]
    public async Task Who_sells_in_a_race_does_not_correct_its_sales()
    {
        var (best, right, manager) = (shop.Seller(), shop.Seller(), shop.Seller());
        shop.Clock.Set("2031-03-05");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2031-03-01", "2031-03-31");
        var sold = await shop.SoldAsync(type, 10_000m, best);
        await shop.SoldAsync(type, 5_000m, manager);
        var correct = new CorrectSeller.Input(sold.SaleNo, right.UserName, "顾客签字证明");

        (await shop.RefusalOf(correct, caller: SalesGiven.As(manager, SalesPermissions.AnswerDisputes)))
            .ShouldBe("storedvalue.corrector-in-race");
        (await shop.Do(correct, caller: CardShop.Person("财务", SalesPermissions.AnswerDisputes))).Seller.ShouldBe(right.UserName);
    }

    [Fact, Trait("Req", "SV-04"), Trait("Req", "SV-08")]
    public async Task A_first_card_that_nobody_was_credited_with_brings_its_award_to_whoever_is()
    {
        shop.Clock.Set("2029-05-02");
        var (first, second) = (shop.Seller(), shop.Seller());
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2029-05-01", "2029-05-31");
        var stores = await shop.SoldAsync(type, 5_000m);
        await shop.SoldAsync(type, 5_000m, second);
        (await shop.YuanOfAsync(second)).ShouldBe(150m);
        await CloseAsync("2029-05-20");

        await shop.Do(new CorrectSeller.Input(stores.SaleNo, first.UserName, "漏填"));

        ((await shop.YuanOfAsync(first)), (await shop.YuanOfAsync(second))).ShouldBe((150m, 50m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-05"), Trait("Req", "SV-08")]
    public async Task A_sale_that_is_credited_to_another_takes_the_best_sellers_award_along_also_after_it_was_settled()
    {
        var (best, next) = (shop.Seller(), shop.Seller());
        shop.Clock.Set("2029-07-05");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2029-07-01", "2029-07-31");
        await shop.SoldAsync(type, 5_000m, next);
        await shop.SoldAsync(type, 10_000m, best);
        var big = await shop.SoldAsync(type, 30_000m, best);
        await CloseAsync("2029-08-20");
        await CloseAsync("2029-08-21");
        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((600m, 150m));
        await shop.SettleAllAsync();

        await shop.Do(new CorrectSeller.Input(big.SaleNo, next.UserName, "顾客签字证明"));

        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((100m, 650m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
        var lines = (await shop.SettleAllAsync()).Entries.Select(e => (e.Seller, e.Kind, e.Amount));
        lines.ShouldBe(
        [
            (best.UserName, CommissionKind.Commission, Yuan(-300m)), (next.UserName, CommissionKind.Commission, Yuan(300m)),
            (best.UserName, CommissionKind.TopSeller, Yuan(-200m)), (next.UserName, CommissionKind.TopSeller, Yuan(200m)),
        ], ignoreOrder: true);

        // And back again; what comes back later changes no place.
        await shop.Do(new CorrectSeller.Input(big.SaleNo, best.UserName, "证明有误"));
        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((600m, 150m));
        await shop.CloseCardAsync(big.Card!.Value);
        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((300m, 150m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-05"), Trait("Req", "SV-04"), Trait("Req", "SV-08")]
    public async Task Before_the_race_is_over_a_corrected_sale_counts_for_who_really_sold_it()
    {
        var (wrong, right, other) = (shop.Seller(), shop.Seller(), shop.Seller());
        shop.Clock.Set("2029-09-05");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2029-09-01", "2029-09-30", RaceMetric.Cards);
        var first = await shop.SoldAsync(type, 5_000m, wrong);
        await shop.SoldAsync(type, 5_000m, other);
        await shop.SoldAsync(type, 5_000m, right);
        await shop.Do(new CorrectSeller.Input(first.SaleNo, right.UserName, "顾客签字证明"));
        (await shop.YuanOfAsync(right)).ShouldBe(200m);

        await CloseAsync("2029-10-20");

        ((await shop.YuanOfAsync(wrong)), (await shop.YuanOfAsync(right)), (await shop.YuanOfAsync(other))).ShouldBe((0m, 400m, 50m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }
}
