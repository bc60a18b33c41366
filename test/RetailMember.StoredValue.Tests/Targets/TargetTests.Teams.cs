using RetailMember.People;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Targets;

/// <summary>What managers of stores see, and parts that several set at once.</summary>
public abstract partial class TargetTests
{
    [Fact, Trait("Req", "SV-09"), Trait("Req", "OPS-18")]
    public async Task A_manager_of_one_store_sees_his_own_stores_team_alone()
    {
        shop.Clock.Set("2028-11-10");
        var month = new DateOnly(2028, 11, 1);
        var (own, guest, other) = (shop.Seller(), shop.Seller(store: 12), shop.Seller(store: 12));
        var type = await shop.TypeAsync(Restaurant);
        foreach (var (seller, yuan) in new[] { (own, 20_000m), (guest, 30_000m), (other, 40_000m) })
            await shop.Do(new EditTarget.Input(TargetScope.Person, seller.UserName, Yuan(yuan), month));
        await shop.Do(new SplitTarget.Input(month, Yuan(200_000m), [new("东区", 60), new("西区", 40)]));
        await shop.SoldAsync(type, 5_000m, own);
        await shop.SoldAsync(type, 6_000m, guest);
        await shop.SoldAsync(SalesGiven.Draft(type, 7_000m, guest) with { StoreCode = "s2" });
        await shop.SoldAsync(SalesGiven.Draft(type, 8_000m, other) with { StoreCode = "s2" });
        var manager = CardShop.Clerk("店长", 11, SalesPermissions.ViewTeam);

        var people = (await shop.Do(new ReportSales.Input { From = month }, caller: manager)).SalesRows;
        people.Where(r => r.Sales > 0).Select(r => (r.Of, r.Net, r.Target, r.Commission)).ShouldBe(
            [(own.UserName, Yuan(5_000m), Yuan(20_000m), null), (guest.UserName, Yuan(6_000m), null, null)], ignoreOrder: true);
        people.ShouldNotContain(r => r.Of == other.UserName);
        (await shop.Do(new ReportSales.Input { By = ReportBy.Store, From = month }, caller: manager)).SalesRows
            .ShouldHaveSingleItem().Net.ShouldBe(Yuan(11_000m));
        var areas = (await shop.Do(new ReportSales.Input { By = ReportBy.Area, From = month }, caller: manager)).SalesRows;
        areas.Select(r => (r.Of, r.Net, r.Target)).ShouldBe([("东区", Yuan(11_000m), Yuan(120_000m))], "s1 is all of its area");
        foreach (var period in Enum.GetValues<ReportPeriod>())
        {
            var asked = new ReportSales.Input { By = ReportBy.Store, From = month, To = month.AddDays(29), Period = period };
            (await shop.Do(asked, caller: manager)).SalesRows.Select(r => r.Of).Distinct().ShouldBe(["s1"], period.ToString());
        }

        (await shop.Do(new ReportSales.Input { From = month })).SalesRows.Single(r => r.Of == guest.UserName)
            .ShouldSatisfyAllConditions(
                r => (r.Net, r.Target).ShouldBe((Yuan(13_000m), Yuan(30_000m))), r => r.Commission.ShouldBe(Yuan(130m)));
        (await shop.RefusalOf(new FindTargets.Input(month), caller: manager)).ShouldBe("permission.denied");
        (await shop.RefusalOf(new ReportSales.Input(), CardShop.Tea, manager)).ShouldBe("permission.denied");
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "OPS-18")]
    public async Task Of_who_sold_elsewhere_too_a_manager_reads_what_was_sold_here_and_no_attainment()
    {
        shop.Clock.Set("2034-11-10");
        var month = new DateOnly(2034, 11, 1);
        var (roams, stays) = (shop.Seller(), shop.Seller());
        var type = await shop.TypeAsync(Restaurant);
        foreach (var planned in new[] { month, month.AddMonths(1) })
        {
            await shop.Do(new EditTarget.Input(TargetScope.Store, "s1", Yuan(60_000m), planned));
            foreach (var seller in new[] { roams, stays })
                await shop.Do(new EditTarget.Input(TargetScope.Person, seller.UserName, Yuan(20_000m), planned));
        }

        await shop.SoldAsync(type, 5_000m, roams);
        await shop.SoldAsync(type, 5_000m, stays);
        await shop.SoldAsync(SalesGiven.Draft(type, 15_000m, roams) with { StoreCode = "s2" });
        var manager = CardShop.Clerk("店长", 11, SalesPermissions.ViewTeam);

        (await RowsAsync(month, month.AddDays(29), manager)).Select(r => (r.Of, r.Net, r.Target, r.Attainment)).ShouldBe(
            [(roams.UserName, Yuan(5_000m), null, null), (stays.UserName, Yuan(5_000m), Yuan(20_000m), 2_500L)], ignoreOrder: true);
        (await RowsAsync(month, month.AddDays(29), CardShop.Person("总监", SalesPermissions.ViewTeam)))
            .Single(r => r.Of == roams.UserName).Attainment.ShouldBe(10_000);
        shop.Clock.Set("2034-12-10");
        await shop.SoldAsync(type, 5_000m, roams);
        (await RowsAsync(month, month.AddDays(60), manager)).Where(r => r.Of == roams.UserName).Select(r => (r.Start, r.Attainment))
            .ShouldBe([(month, null), (month.AddMonths(1), 2_500L)], "In the month after he sold here alone.");

        async Task<IReadOnlyList<ReportSales.Row>> RowsAsync(DateOnly from, DateOnly to, Caller reader) =>
            [.. (await shop.Do(new ReportSales.Input { From = from, To = to }, caller: reader)).SalesRows.Where(r => r.Sales > 0)];
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "CORE-44")]
    public async Task The_first_targets_of_a_brand_that_are_set_at_once_are_weighed_one_after_the_other()
    {
        shop.Clock.Set("2035-10-10");
        var month = new DateOnly(2035, 10, 1);
        var people = Enumerable.Range(0, 19).Select(_ => shop.Staff.Add("p" + Key(), DefaultRole.SalesAssistant, CardShop.Tea.Id, 21));
        var targets = people.Select(p => new EditTarget.Input(TargetScope.Person, p.UserName, Yuan(4_000m), month))
            .Prepend(new EditTarget.Input(TargetScope.Store, "s1", Yuan(10_000m), month)).ToList();

        await AtOnce.RunAsync(
            [.. targets.Select<EditTarget.Input, Func<Task<Outcome<TargetView>>>>(t => () => shop.TryDo(t, CardShop.Tea))]);

        var set = (await shop.Do(new FindTargets.Input(month), CardShop.Tea)).Targets;
        var parts = set.Where(t => t.Scope == TargetScope.Person).Sum(t => t.Amount.Fen);
        if (set.SingleOrDefault(t => t.Scope == TargetScope.Store) is { } whole) parts.ShouldBeLessThanOrEqualTo(whole.Amount.Fen);
        else parts.ShouldBeGreaterThan(Yuan(10_000m).Fen, "Nothing else stands against the store's.");
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "CORE-44")]
    public async Task Parts_that_are_set_at_once_do_not_come_to_more_than_their_whole()
    {
        shop.Clock.Set("2031-10-10");
        var month = new DateOnly(2031, 10, 1);
        await shop.Do(new EditTarget.Input(TargetScope.Store, "s2", Yuan(10_000m), month));
        var people = Enumerable.Range(0, 20).Select(_ => shop.Seller(store: 12)).ToList();

        var set = await AtOnce.RunAsync(
            [.. people.Select<StaffPerson, Func<Task<Outcome<TargetView>>>>(p =>
                () => shop.TryDo(new EditTarget.Input(TargetScope.Person, p.UserName, Yuan(4_000m), month)))]);

        set.Count(s => s.Accepted).ShouldBe(2);
        set.Where(s => !s.Accepted).ShouldAllBe(s => s.Refusal!.Code == "storedvalue.target-below-parts");
    }
}
