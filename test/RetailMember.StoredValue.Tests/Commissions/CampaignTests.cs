using RetailMember.People;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.Values;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Commissions;

public sealed class CampaignTestsOnSqlite(SqliteCards shop) : CampaignTests(shop), IClassFixture<SqliteCards>;

public sealed class CampaignTestsOnPostgres(PostgresCards shop) : CampaignTests(shop), IClassFixture<PostgresCards>;

/// <summary>Awards of sales campaigns. One campaign runs at a time: each test has a month of its own.</summary>
public abstract partial class CampaignTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-05"), Trait("Req", "SV-04")]
    public async Task Sixty_thousand_with_the_first_card_as_best_seller_are_nine_hundred()
    {
        var (best, other) = (shop.Seller(), shop.Seller());
        shop.Clock.Set("2027-03-31");
        var type = await shop.TypeAsync(Restaurant);
        var campaign = await PlanAsync("2027-03-01", "2027-03-31");
        var first = await shop.SoldAsync(type, 5_000m, best);
        (await shop.YuanEarnedAsync(first.SaleNo)).ShouldBe(150m);
        await shop.SoldAsync(type, 55_000m, best);
        await shop.SoldAsync(type, 59_999m, other);

        await CloseAsync("2027-04-07");
        (await shop.YuanOfAsync(best)).ShouldBe(700m, "The last card can still be given back.");
        await CloseAsync("2027-04-08");
        await CloseAsync("2027-04-09");

        (await shop.YuanOfAsync(best)).ShouldBe(900m);
        (await shop.YuanOfAsync(other)).ShouldBe(599.99m);
        var race = await shop.Do(new ReadRace.Input(campaign));
        race.FirstCardSeller.ShouldBe(best.UserName);
        race.Ranking.Select(p => (p.Rank, p.Seller, p.Sold)).ShouldBe(
            [(1, best.UserName, Yuan(60_000m)), (2, other.UserName, Yuan(59_999m))]);
    }

    [Fact, Trait("Req", "SV-05"), Trait("Req", "OPS-18")]
    public async Task Who_runs_sees_every_place_and_what_he_sold_himself_and_a_manager_what_his_own_people_sold()
    {
        var (east, west) = (shop.Seller(), shop.Seller(store: 12));
        shop.Clock.Set("2027-03-02");
        var type = await shop.TypeAsync(Restaurant);
        var campaign = await PlanAsync("2040-03-01", "2040-03-31");
        shop.Clock.Set("2040-03-02");
        await shop.SoldAsync(type, 6_000m, east);
        await shop.SoldAsync(SalesGiven.Draft(type, 9_000m, west) with { StoreCode = "s2" });

        (await RankingAsync(SalesGiven.As(east, SalesPermissions.SellCards)))
            .ShouldBe([(1, west.UserName, null), (2, east.UserName, Yuan(6_000m))]);
        (await RankingAsync(CardShop.Clerk("店长", 12, SalesPermissions.SellCards, SalesPermissions.ViewTeam)))
            .ShouldBe([(1, west.UserName, Yuan(9_000m)), (2, east.UserName, null)]);
        (await RankingAsync(CardShop.Person("总监", SalesPermissions.SellCards, SalesPermissions.ViewTeam)))
            .ShouldBe([(1, west.UserName, Yuan(9_000m)), (2, east.UserName, Yuan(6_000m))]);

        async Task<List<(int, string, Money?)>> RankingAsync(Caller reader) =>
            [.. (await shop.Do(new ReadRace.Input(campaign), caller: reader)).Ranking.Select(p => (p.Rank, p.Seller, p.Sold))];
    }

    [Fact, Trait("Req", "SV-04")]
    public async Task The_award_for_the_first_card_moves_on_when_that_card_is_given_back()
    {
        var (c, d) = (shop.Seller(), shop.Seller());
        shop.Clock.Set("2027-05-02");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2027-05-01", "2027-05-31");
        var first = await shop.SoldAsync(type, 5_000m, c);
        await shop.SoldAsync(type, 5_000m, d);
        ((await shop.YuanOfAsync(c)), (await shop.YuanOfAsync(d))).ShouldBe((150m, 50m));

        await shop.TakeBackAsync(first.SaleNo);

        ((await shop.YuanOfAsync(c)), (await shop.YuanOfAsync(d))).ShouldBe((0m, 150m));
        (await shop.LinesAsync(first.SaleNo)).ShouldAllBe(l => l.State == CommissionState.ClawedBack);
        await shop.SoldAsync(type, 5_000m, c);
        (await shop.YuanOfAsync(c)).ShouldBe(50m, "The award is somebody's.");
    }

    [Fact, Trait("Req", "SV-04"), Trait("Req", "CORE-44")]
    public async Task Of_ten_cards_that_are_given_back_at_once_none_keeps_the_award_and_one_that_is_kept_has_it()
    {
        shop.Clock.Set("2027-11-02");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2027-11-01", "2027-11-30");
        var kept = shop.Seller();
        var given = new List<(long Sale, StaffPerson Seller)>();
        for (var i = 0; i < 10; i++)
        {
            var seller = shop.Seller();
            given.Add(((await shop.SoldAsync(type, 5_000m, seller)).SaleNo, seller));
        }

        await shop.SoldAsync(type, 5_000m, kept);

        await Task.WhenAll(given.Select(g => shop.TakeBackAsync(g.Sale)));

        foreach (var (_, seller) in given) (await shop.YuanOfAsync(seller)).ShouldBe(0m);
        (await shop.YuanOfAsync(kept)).ShouldBe(150m);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-05"), Trait("Req", "SV-16")]
    public async Task The_best_sellers_award_is_taken_back_when_nothing_of_what_he_sold_is_left()
    {
        var (best, next) = (shop.Seller(), shop.Seller());
        shop.Clock.Set("2028-05-20");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2028-05-01", "2028-05-31");
        await shop.SoldAsync(type, 5_000m, next);
        var sold = new[] { await shop.SoldAsync(type, 50_000m, best), await shop.SoldAsync(type, 10_000m, best) };
        await CloseAsync("2028-06-20");
        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((800m, 150m));

        await shop.CloseCardAsync(sold[1].Card!.Value);
        (await shop.YuanOfAsync(best)).ShouldBe(700m, "He has kept customers.");
        await shop.CloseCardAsync(sold[0].Card!.Value);

        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((0m, 350m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-05"), Trait("Req", "CORE-44")]
    public async Task A_campaign_that_closes_while_the_best_sellers_only_card_is_given_back_rewards_the_next()
    {
        var (best, next) = (shop.Seller(), shop.Seller());
        shop.Clock.Set("2028-11-20");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2028-11-01", "2028-11-30");
        await shop.SoldAsync(type, 5_000m, next);
        var sold = await shop.SoldAsync(type, 60_000m, best);
        shop.Clock.Set("2028-12-20");

        await Task.WhenAll(shop.CloseCardAsync(sold.Card!.Value), shop.Do(new CloseSalesCampaigns.Input()));

        ((await shop.YuanOfAsync(best)), (await shop.YuanOfAsync(next))).ShouldBe((0m, 350m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-04"), Trait("Req", "CORE-44")]
    public async Task Of_twenty_first_cards_that_are_delivered_at_once_one_has_the_award()
    {
        shop.Clock.Set("2027-07-02");
        var type = await shop.TypeAsync(Restaurant);
        await PlanAsync("2027-07-01", "2027-07-31");
        var sellers = Enumerable.Range(0, 20).Select(_ => shop.Seller(DefaultRole.ShopGuide)).ToList();
        var sales = new List<long>();
        foreach (var seller in sellers)
        {
            var sale = await shop.PaidAsync(SalesGiven.Draft(type, 5_000m, seller));
            await shop.Do(new LoadSale.Input(sale));
            sales.Add(sale);
        }

        await Task.WhenAll(sales.Select(s => shop.Do(new DeliverSale.Input(s))));

        (await Task.WhenAll(sales.Select(s => shop.YuanEarnedAsync(s)))).Order().ShouldBe([.. Enumerable.Repeat(50m, 19), 150m]);
    }

    [Fact, Trait("Req", "SV-04")]
    public async Task Campaigns_do_not_overlap_and_one_that_has_counted_sales_is_not_changed()
    {
        shop.Clock.Set("2027-09-02");
        var campaign = await PlanAsync("2027-09-01", "2027-09-30");
        (await shop.RefusalOf(Input("c" + Key(), "2027-09-30", "2027-10-30"))).ShouldBe("storedvalue.campaigns-overlap");
        (await shop.RefusalOf(Input("c" + Key(), "2027-11-30", "2027-11-01"))).ShouldStartWith("field.");
        await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, shop.Seller());
        (await shop.RefusalOf(Input(campaign, "2027-09-01", "2027-09-15"))).ShouldBe("storedvalue.campaign-has-begun");
    }

    [Fact, Trait("Req", "SV-04"), Trait("Req", "CORE-44")]
    public async Task Of_twenty_campaigns_that_are_planned_at_once_for_the_same_days_one_stands()
    {
        shop.Clock.Set("2027-12-02");

        var planned = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => shop.TryDo(Input("c" + Key(), "2027-12-01", "2027-12-31"))));

        planned.Count(p => p.Accepted).ShouldBe(1);
        planned.Where(p => !p.Accepted).ShouldAllBe(p => p.Refusal!.Code == "storedvalue.campaigns-overlap");
    }

    [Fact, Trait("Req", "SV-04"), Trait("Req", "SV-05")]
    public async Task A_campaign_counts_nothing_before_somebody_else_has_approved_it_and_gives_no_more_than_the_brand_allows()
    {
        shop.Clock.Set("2029-03-02");
        var type = await shop.TypeAsync(Restaurant);
        var (planner, finance) = (CardShop.Person("策划", SalesPermissions.EditTargets, SalesPermissions.ApproveCampaigns),
            CardShop.Person("财务", SalesPermissions.ApproveCampaigns));
        var plan = Input("c" + Key(), "2029-03-01", "2029-03-31");
        var faults = (await shop.TryDo(plan with { FirstCardAward = Yuan(500.01m), TopSellerAward = Yuan(2_000.01m) }, caller: planner))
            .Refusal.ShouldNotBeNull().Fields;
        faults.Select(f => (f.Field, f.Code)).ShouldBe(
            [("firstCardAward", "storedvalue.award-too-high"), ("topSellerAward", "storedvalue.award-too-high")]);
        var planned = await shop.Do(plan, caller: planner);
        var seller = shop.Seller();
        (await shop.SoldAsync(type, 5_000m, seller)).Campaign.ShouldBeNull();

        var approve = new ApproveSalesCampaign.Input(plan.Campaign, planned.WordingMark);
        (await shop.RefusalOf(approve with { Campaign = "none" }, caller: finance)).ShouldBe("storedvalue.campaign-not-found");
        (await shop.RefusalOf(approve, caller: planner)).ShouldBe("storedvalue.second-person-needed");
        (await shop.Do(approve, caller: finance)).ApprovedBy.ShouldBe("财务");
        (await shop.RefusalOf(approve, caller: finance)).ShouldBe("storedvalue.campaign-approved");
        (await shop.RefusalOf(new DeleteSalesCampaign.Input(plan.Campaign), caller: planner)).ShouldBe("storedvalue.campaign-approved");
        var changed = await shop.Do(plan with { FirstCardAward = Yuan(80m) }, caller: planner);
        changed.ApprovedBy.ShouldBeNull("It is another one now.");
        (await shop.RefusalOf(approve, caller: finance)).ShouldBe("storedvalue.campaign-changed", "He has read other figures.");
        await shop.Do(approve with { WordingMark = changed.WordingMark }, caller: finance);
        (await shop.YuanEarnedAsync((await shop.SoldAsync(type, 5_000m, seller)).SaleNo)).ShouldBe(130m);

        var late = Input("c" + Key(), "2029-04-01", "2029-04-02");
        var never = await shop.Do(late, caller: planner);
        shop.Clock.Set("2029-04-03");
        (await shop.RefusalOf(new ApproveSalesCampaign.Input(late.Campaign, never.WordingMark), caller: finance))
            .ShouldBe("storedvalue.campaign-over");
        (await shop.Do(new FindSalesCampaigns.Input())).BusinessDate.ShouldBe(new DateOnly(2029, 4, 3));
        (await shop.RefusalOf(new DeleteSalesCampaign.Input(late.Campaign), caller: finance)).ShouldBe("permission.denied");
        await shop.Do(new DeleteSalesCampaign.Input(late.Campaign), caller: planner);
        (await shop.Do(new FindSalesCampaigns.Input())).Campaigns.ShouldNotContain(c => c.Campaign == late.Campaign);
        (await shop.RefusalOf(new DeleteSalesCampaign.Input(late.Campaign), caller: planner)).ShouldBe("storedvalue.campaign-not-found");
    }

    [Fact, Trait("Req", "SV-04")]
    public async Task A_plan_that_was_taken_away_and_made_anew_is_not_approved_by_who_read_the_first()
    {
        shop.Clock.Set("2034-08-02");
        var plan = Input("c" + Key(), "2034-08-10", "2034-08-31");
        var read = await shop.Do(plan with { FirstCardAward = Yuan(10m) });
        await shop.Do(new DeleteSalesCampaign.Input(plan.Campaign));
        var anew = await shop.Do(plan with { FirstCardAward = Yuan(400m) });

        (await shop.RefusalOf(new ApproveSalesCampaign.Input(plan.Campaign, read.WordingMark))).ShouldBe("storedvalue.campaign-changed");
        (await shop.Do(new ApproveSalesCampaign.Input(plan.Campaign, anew.WordingMark))).ApprovedBy.ShouldNotBeNull();
    }

    [Fact, Trait("Req", "SV-04"), Trait("Req", "CORE-44")]
    public async Task Of_a_change_and_an_approval_at_once_the_approval_is_of_what_was_read()
    {
        shop.Clock.Set("2034-05-02");
        var plan = Input("c" + Key(), "2034-05-10", "2034-05-31");
        for (var i = 0; i < 5; i++)
        {
            var read = await shop.Do(plan with { FirstCardAward = Yuan(10m) });
            var approval = shop.TryDo(new ApproveSalesCampaign.Input(plan.Campaign, read.WordingMark));
            var change = shop.TryDo(plan with { FirstCardAward = Yuan(20m) });

            await Task.WhenAll(approval, change);

            var now = (await shop.Do(new FindSalesCampaigns.Input())).Campaigns.Single(c => c.Campaign == plan.Campaign);
            now.FirstCardAward.ShouldBe(Yuan(20m));
            now.ApprovedBy.ShouldBeNull("What somebody has approved had ten yuan.");
        }
    }

    private static EditSalesCampaign.Input Input(string campaign, string from, string to) => SalesGiven.Plan(campaign, from, to);

    private Task<string> PlanAsync(string from, string to, RaceMetric metric = RaceMetric.Principal) =>
        shop.CampaignAsync("c" + Key(), from, to, metric);

    private async Task CloseAsync(string day)
    {
        shop.Clock.Set(day);
        await shop.Do(new MakePayable.Input());
        await shop.Do(new CloseSalesCampaigns.Input());
    }
}
