using RetailMember.People;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Assessments;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.Values;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Targets;

public sealed class TargetTestsOnSqlite(SqliteCards shop) : TargetTests(shop), IClassFixture<SqliteCards>;

public sealed class TargetTestsOnPostgres(PostgresCards shop) : TargetTests(shop), IClassFixture<PostgresCards>;

/// <summary>Targets, attainment and reports. Each test has a month of its own.</summary>
public abstract partial class TargetTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-06"), Trait("Req", "SV-07")]
    public async Task Roles_have_the_usual_targets_and_people_are_paid_for_what_they_reach()
    {
        shop.Clock.Set("2028-01-10");
        await shop.Do(new SetUsualTargets.Input());
        (await shop.Do(new SetUsualTargets.Input())).Added.ShouldBe(0);
        var (floor, bar) = (shop.Seller(DefaultRole.FloorManager), shop.Seller(DefaultRole.BarSupervisor));
        var idle = shop.Seller(DefaultRole.FloorSupervisor);
        var type = await shop.TypeAsync(Restaurant);
        await shop.SoldAsync(type, 15_000m, floor);
        await shop.SoldAsync(type, 25_000m, bar);

        var people = (await shop.Do(new ReadAssessments.Input())).Results.ToDictionary(p => p.Seller);

        var reached = people[floor.UserName];
        (reached.Target, reached.Attainment, reached.Pay).ShouldBe((Yuan(20_000m), 7_500, Yuan(375m)));
        (people[bar.UserName].Attainment, people[bar.UserName].Pay).ShouldBe((12_500, Yuan(500m)));
        (people[idle.UserName].Pay, people[idle.UserName].Missing).ShouldBe((Yuan(0m), Yuan(10_000m)));
        await shop.Do(new EditTarget.Input(TargetScope.Person, floor.UserName, Yuan(30_000m), new DateOnly(2028, 1, 31)));
        (await shop.Do(new ReadAssessments.Input())).Results.Single(p => p.Seller == floor.UserName).Attainment.ShouldBe(5_000);
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task A_team_target_is_split_over_areas_and_the_report_says_what_each_sold()
    {
        shop.Clock.Set("2028-02-10");
        var month = new DateOnly(2028, 2, 1);
        var (east, west) = (shop.Seller(), shop.Seller(store: 12));
        var type = await shop.TypeAsync(Restaurant);
        await shop.Do(new SplitTarget.Input(month, Yuan(100_000m), [new("东区", 60), new("西区", 40)]));
        (await shop.RefusalOf(new SplitTarget.Input(month, Yuan(100_000m), [new("东区", 60), new("西区", 30)])))
            .ShouldBe("storedvalue.shares-make-no-hundred");
        (await shop.RefusalOf(new SplitTarget.Input(month, Yuan(100_000m), [new("南区", 100)]))).ShouldBe("storedvalue.target-of-nobody");
        await shop.Do(new SplitTarget.Input(month.AddMonths(1), Yuan(50_000m), [new("东区", 60), new("西区", 40)]));
        await shop.Do(new SplitTarget.Input(month.AddMonths(1), Yuan(50_000m), [new("东区", 100)]));
        (await shop.Do(new FindTargets.Input(month.AddMonths(1)))).Targets.Where(t => t.Scope == TargetScope.Area)
            .ShouldHaveSingleItem().ShouldBe(new TargetView(TargetScope.Area, "东区", month.AddMonths(1), Yuan(50_000m)));
        await shop.SoldAsync(type, 30_000m, east);
        await shop.SoldAsync(SalesGiven.Draft(type, 20_000m, west) with { StoreCode = "s2" });
        var back = await shop.SoldAsync(SalesGiven.Draft(type, 5_000m, west) with { StoreCode = "s2" });
        await shop.TakeBackAsync(back.SaleNo);

        var rows = (await shop.Do(new ReportSales.Input { By = ReportBy.Area, From = month })).SalesRows;

        rows.ShouldBe(
        [
            new(month, "东区", 1, Yuan(60_000m), Yuan(30_000m), Yuan(0m), Yuan(30_000m), 5_000, Yuan(300m)),
            new(month, "西区", 2, Yuan(40_000m), Yuan(25_000m), Yuan(5_000m), Yuan(20_000m), 5_000, Yuan(200m)),
        ]);
        (await shop.Do(new ReportSales.Input { By = ReportBy.Person, Period = ReportPeriod.Year })).SalesRows
            .Where(r => r.Of == west.UserName).ShouldHaveSingleItem().Net.ShouldBe(Yuan(20_000m));
        (await shop.Do(new ReportSales.Input { By = ReportBy.Store, Period = ReportPeriod.Week })).SalesRows
            .Single(r => r.Of == "s1").Start.ShouldBe(new DateOnly(2028, 2, 7));
        (await shop.Do(new ReportSales.Input { By = ReportBy.Area, Period = ReportPeriod.Day })).SalesRows.Sum(r => r.Sales).ShouldBe(3);
        (await shop.RefusalOf(new ReportSales.Input { From = month.AddYears(-9), To = month })).ShouldBe("storedvalue.span-too-long");
    }

    [Theory, Trait("Req", "SV-09")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task Nobody_asks_for_days_that_no_report_can_lie_in(string day)
    {
        var impossible = DateOnly.ParseExact(day, "yyyy-MM-dd", null);
        string[] refused =
        [
            await shop.RefusalOf(new ReportSales.Input { From = impossible, Period = ReportPeriod.Year }),
            await shop.RefusalOf(new ReadAssessments.Input(impossible)),
            await shop.RefusalOf(new FindTargets.Input(impossible)),
            await shop.RefusalOf(new ReadTargetSplit.Input(Month: impossible)),
        ];
        refused.ShouldAllBe(code => code == "storedvalue.day-impossible");
    }

    [Fact, Trait("Req", "SV-06"), Trait("Req", "SV-09")]
    public async Task Nobody_who_is_not_here_has_a_target_and_who_left_loses_his()
    {
        shop.Clock.Set("2028-07-10");
        var seller = shop.Seller();
        EditTarget.Input Target(TargetScope scope, string of, decimal yuan = 1_000m) =>
            new(scope, of, Yuan(yuan), new DateOnly(2028, 7, 1));

        (await shop.RefusalOf(Target(TargetScope.Person, "nobody"))).ShouldBe("storedvalue.target-of-nobody");
        (await shop.RefusalOf(Target(TargetScope.Role, "no-role"))).ShouldBe("storedvalue.target-of-nobody");
        await shop.Do(Target(TargetScope.Role, DefaultRole.DoorSupervisor));
        await shop.Do(Target(TargetScope.Person, seller.UserName));
        shop.Staff.Leave(seller.UserName);
        await shop.Do(Target(TargetScope.Person, seller.UserName, 0m));

        (await shop.Do(new FindTargets.Input(new DateOnly(2028, 7, 1)))).Targets.ShouldNotContain(t => t.Of == seller.UserName);
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task A_target_goes_from_an_area_to_its_stores_and_to_their_people()
    {
        shop.Clock.Set("2028-09-10");
        var month = new DateOnly(2028, 9, 1);
        var (first, second, elsewhere) = (shop.Seller(), shop.Seller(), shop.Seller(store: 12));
        await shop.Do(new SplitTarget.Input(month, Yuan(100_000m), [new("东区", 60), new("西区", 40)]));
        (await shop.Do(new ReadTargetSplit.Input(TargetScope.Store, "东区", month))).Total.ShouldBe(Yuan(60_000m));
        (await shop.RefusalOf(Split(TargetScope.Store, "东区", ("s2", 100)))).ShouldBe("storedvalue.target-of-nobody");
        (await shop.RefusalOf(Split(TargetScope.Store, "没有", ("s1", 100)))).ShouldBe("storedvalue.target-of-nobody");
        (await shop.RefusalOf(Split(TargetScope.Role, null, ("cashier", 100)))).ShouldBe("storedvalue.role-is-not-divided");
        await shop.Do(Split(TargetScope.Store, "东区", ("s1", 100)));

        var people = await shop.Do(new ReadTargetSplit.Input(TargetScope.Person, "s1", month));
        people.Total.ShouldBe(Yuan(60_000m));
        people.Parts.Select(p => p.Of).ShouldContain(second.UserName);
        people.Parts.Select(p => p.Of).ShouldNotContain(elsewhere.UserName);
        await shop.Do(Split(TargetScope.Person, "s1", (first.UserName, 50), (second.UserName, 50)));
        await shop.Do(Split(TargetScope.Person, "s1", (first.UserName, 100), (second.UserName, 0)));

        people = await shop.Do(new ReadTargetSplit.Input(TargetScope.Person, "s1", month));
        people.Parts.Where(p => p.Amount is not null).ShouldHaveSingleItem()
            .ShouldBe(new ReadTargetSplit.Part(first.UserName, first.DisplayName, Yuan(60_000m), 100));

        SplitTarget.Input Split(TargetScope over, string? within, params (string Of, int Percent)[] shares) =>
            new(month, Yuan(60_000m), [.. shares.Select(s => new SplitTarget.Share(s.Of, s.Percent))]) { Over = over, Within = within };
    }

    [Fact, Trait("Req", "SV-06"), Trait("Req", "SV-07")]
    public async Task Nobody_sets_what_he_is_paid_by_nor_what_is_counted_already()
    {
        shop.Clock.Set("2028-10-31");
        var month = new DateOnly(2028, 10, 1);
        var (manager, clerk) = (shop.Seller(DefaultRole.SalesManager), shop.Seller());
        var caller = SalesGiven.As(manager, SalesPermissions.EditTargets);
        var own = new EditTarget.Input(TargetScope.Person, manager.UserName, Yuan(1m), month);

        (await shop.RefusalOf(own, caller: caller)).ShouldBe("storedvalue.own-target");
        (await shop.RefusalOf(own with { Of = manager.UserName.ToUpperInvariant() }, caller: caller))
            .ShouldBe("storedvalue.own-target");
        var role = own with { Scope = TargetScope.Role, Of = DefaultRole.SalesManager, Month = null };
        (await shop.RefusalOf(role, caller: caller)).ShouldBe("storedvalue.own-target");
        (await shop.RefusalOf(Split((manager.UserName, 50), (clerk.UserName, 50)), caller: caller))
            .ShouldBe("storedvalue.own-target");
        await shop.Do(own with { Amount = Yuan(50_000m) });
        await shop.Do(Split((clerk.UserName, 100)), caller: caller);
        (await shop.Do(new FindTargets.Input(month))).Targets.Where(t => t.Scope == TargetScope.Person)
            .Select(t => (t.Of, t.Amount))
            .ShouldBe([(manager.UserName, Yuan(50_000m)), (clerk.UserName, Yuan(60_000m))], ignoreOrder: true);

        shop.Clock.Set("2028-11-01");
        (await shop.RefusalOf(own with { Of = clerk.UserName })).ShouldBe("storedvalue.target-month-over");
        (await shop.RefusalOf(Split((clerk.UserName, 100)))).ShouldBe("storedvalue.target-month-over");

        SplitTarget.Input Split(params (string Of, int Percent)[] shares) =>
            new(month, Yuan(60_000m), [.. shares.Select(s => new SplitTarget.Share(s.Of, s.Percent))])
            {
                Over = TargetScope.Person, Within = "s1",
            };
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-06")]
    public async Task A_target_of_every_month_holds_from_the_month_on_in_which_it_is_set()
    {
        shop.Clock.Set("2029-03-10");
        var march = new DateOnly(2029, 3, 1);
        await shop.Do(new EditTarget.Input(TargetScope.Role, DefaultRole.Cashier, Yuan(5_000m)));
        shop.Clock.Set("2029-05-02");
        await shop.Do(new EditTarget.Input(TargetScope.Role, DefaultRole.Cashier, Yuan(8_000m)));
        shop.Clock.Set("2029-06-02");
        await shop.Do(new EditTarget.Input(TargetScope.Role, DefaultRole.Cashier, Yuan(0m)));

        async Task<Money?> In(int more) => (await shop.Do(new FindTargets.Input(march.AddMonths(more)))).Targets
            .SingleOrDefault(t => t.Of == DefaultRole.Cashier)?.Amount;

        (await In(-1)).ShouldBeNull("It was not set yet.");
        (await In(0)).ShouldBe(Yuan(5_000m));
        (await In(1)).ShouldBe(Yuan(5_000m));
        (await In(2)).ShouldBe(Yuan(8_000m));
        (await In(3)).ShouldBeNull();
        (await shop.Do(new FindTargets.Input(march.AddMonths(1)))).Targets.Single(t => t.Of == DefaultRole.Cashier)
            .ShouldBe(new TargetView(TargetScope.Role, DefaultRole.Cashier, null, Yuan(5_000m), march));
        (await shop.RefusalOf(new EditTarget.Input(TargetScope.Role, DefaultRole.Cashier, Yuan(1m), DateOnly.MaxValue)))
            .ShouldBe("storedvalue.day-impossible");
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task A_whole_is_not_below_its_parts_and_who_has_no_share_is_shown_what_his_role_asks_of_him()
    {
        shop.Clock.Set("2029-08-10");
        var month = new DateOnly(2029, 8, 1);
        var (seller, other) = (shop.Seller(DefaultRole.DoorSupervisor), shop.Seller());
        await shop.Do(new EditTarget.Input(TargetScope.Role, DefaultRole.DoorSupervisor, Yuan(10_000m), month));
        await shop.Do(new SplitTarget.Input(month, Yuan(100_000m), [new("东区", 60), new("西区", 40)]));
        EditTarget.Input Store(decimal yuan) => new(TargetScope.Store, "s1", Yuan(yuan), month);
        await shop.Do(Store(50_000m));
        (await shop.RefusalOf(Store(60_001m))).ShouldBe("storedvalue.target-below-parts");
        (await shop.RefusalOf(new EditTarget.Input(TargetScope.Area, "东区", Yuan(49_999m), month)))
            .ShouldBe("storedvalue.target-below-parts");
        (await shop.RefusalOf(new SplitTarget.Input(month, Yuan(80_000m), [new("东区", 60), new("西区", 40)])))
            .ShouldBe("storedvalue.target-below-parts");
        await shop.Do(new EditTarget.Input(TargetScope.Person, other.UserName, Yuan(50_000m), month));
        (await shop.RefusalOf(Store(49_999m))).ShouldBe("storedvalue.target-below-parts");
        (await shop.RefusalOf(new EditTarget.Input(TargetScope.Person, seller.UserName, Yuan(0.01m), month)))
            .ShouldBe("storedvalue.target-below-parts");
        await shop.Do(new EditTarget.Input(TargetScope.Store, "s1", Yuan(10m)));
        await shop.Do(Store(60_000m));

        var parts = (await shop.Do(new ReadTargetSplit.Input(TargetScope.Person, "s1", month))).Parts.ToDictionary(p => p.Of);

        (parts[seller.UserName].Amount, parts[seller.UserName].RoleTarget).ShouldBe((null, Yuan(10_000m)));
        (parts[other.UserName].Amount, parts[other.UserName].RoleTarget, parts[other.UserName].Percent)
            .ShouldBe((Yuan(50_000m), null, 83));
    }

    [Fact, Trait("Req", "SV-06")]
    public async Task A_target_holds_in_whatever_letter_case_its_person_or_store_was_given()
    {
        shop.Clock.Set("2031-08-10");
        var month = new DateOnly(2031, 8, 1);
        var seller = shop.Seller(store: 12);
        foreach (var name in new[] { seller.UserName, seller.UserName.ToUpperInvariant() })
            (await shop.Do(new EditTarget.Input(TargetScope.Person, name, Yuan(30_000m), month))).Of.ShouldBe(seller.UserName);

        var targets = (await shop.Do(new FindTargets.Input(month))).Targets;
        targets.Where(t => t.Scope == TargetScope.Person && t.Month == month).ShouldHaveSingleItem().Of.ShouldBe(seller.UserName);
        await shop.Do(new EditTarget.Input(TargetScope.Person, seller.UserName.ToUpperInvariant(), Yuan(0m), month));
        (await shop.Do(new FindTargets.Input(month))).Targets.ShouldNotContain(t => t.Of == seller.UserName);
    }

    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-09")]
    public async Task A_seller_doubts_a_line_of_his_own_and_gets_an_answer()
    {
        shop.Clock.Set("2028-03-10");
        var (seller, other) = (shop.Seller(), shop.Seller());
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, seller);
        var line = (await shop.EarnedAsync(sold.SaleNo))[0].CommissionLine;
        var doubt = new DisputeLine.Input(line, "应为 2%");
        (await shop.RefusalOf(doubt, caller: SalesGiven.As(other, SalesPermissions.SellCards))).ShouldBe("storedvalue.line-not-found");

        var dispute = await shop.Do(doubt, caller: SalesGiven.As(seller, SalesPermissions.SellCards));
        (await shop.RefusalOf(doubt, caller: SalesGiven.As(seller, SalesPermissions.SellCards))).ShouldBe("storedvalue.dispute-waits");
        (await shop.RefusalOf(
            new AnswerDispute.Input(dispute.Dispute, "按 2% 计提"), caller: SalesGiven.As(seller, SalesPermissions.AnswerDisputes)))
            .ShouldBe("storedvalue.second-person-needed");
        (await shop.Do(new AnswerDispute.Input(dispute.Dispute, "按 1% 计提"))).Answer.ShouldBe("按 1% 计提");
        (await shop.RefusalOf(new AnswerDispute.Input(dispute.Dispute, "x"))).ShouldBe("storedvalue.dispute-answered");

        (await shop.Do(new FindDisputes.Input())).Disputes.Single(d => d.CommissionLine == line).SaleNo.ShouldBe(sold.SaleNo);
    }
}
