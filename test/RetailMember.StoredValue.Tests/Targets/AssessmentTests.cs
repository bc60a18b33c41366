using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Assessments;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Targets;

public sealed class AssessmentTestsOnSqlite : AssessmentTests
{
    protected override CardShop Shop { get; } = new SqliteCards();
}

public sealed class AssessmentTestsOnPostgres : AssessmentTests
{
    protected override CardShop Shop { get; } = new PostgresCards();
}

/// <summary>Assessment pay becomes fixed month after month: each test has a shop of its own.</summary>
public abstract class AssessmentTests : IAsyncLifetime
{
    private static readonly DateOnly May = new(2026, 5, 1);
    private static readonly Caller Finance =
        CardShop.Person("制单", SalesPermissions.PrepareSettlements, SalesPermissions.ApproveSettlements);
    private static readonly Caller Director = CardShop.Person("批准", SalesPermissions.ApproveSettlements);

    protected abstract CardShop Shop { get; }

    public async ValueTask InitializeAsync() => await Shop.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact, Trait("Req", "SV-07"), Trait("Req", "SV-08")]
    public async Task A_month_is_fixed_once_somebody_else_approves_it_and_paid_with_the_next_settlement()
    {
        Shop.Clock.Set("2026-05-02");
        var type = await Shop.TypeAsync(Restaurant);
        await Shop.Do(new SetUsualTargets.Input());
        var (floor, bar) = (Shop.Seller(DefaultRole.FloorManager), Shop.Seller(DefaultRole.BarSupervisor));
        var idle = Shop.Seller(DefaultRole.DoorSupervisor);
        await Shop.SoldAsync(type, 15_000m, floor);
        await Shop.SoldAsync(type, 25_000m, bar);
        (await Shop.RefusalOf(new PrepareAssessment.Input(May), caller: Finance)).ShouldBe("storedvalue.assessment-month-runs");
        (await Shop.Do(new ReadAssessments.Input())).AssessmentClosing.ShouldBeNull();

        Shop.Clock.Set("2026-06-02");
        var prepared = await Shop.Do(new PrepareAssessment.Input(May.AddDays(9)), caller: Finance);
        (prepared.State, prepared.LineCount, prepared.Total).ShouldBe((AssessmentState.Draft, 3, Yuan(875m)));
        (await Shop.Do(new PrepareAssessment.Input(May), caller: Finance)).ShouldBe(prepared);
        (await Shop.RefusalOf(new PrepareAssessment.Input(May.AddMonths(-1)), caller: Finance)).ShouldBe("storedvalue.assessment-waits");
        (await Shop.RefusalOf(new DecideAssessment.Input(May, true), caller: Finance)).ShouldBe("storedvalue.second-person-needed");
        (await Shop.RefusalOf(new DecideAssessment.Input(May, true), caller: SalesGiven.As(floor, SalesPermissions.ApproveSettlements)))
            .ShouldBe("storedvalue.second-person-needed");
        await Shop.Do(new DecideAssessment.Input(May, Approve: false), caller: Director);
        await Shop.Do(new PrepareAssessment.Input(May), caller: Finance);
        await Shop.Do(new DecideAssessment.Input(May, Approve: true), caller: Director);
        (await Shop.RefusalOf(new DecideAssessment.Input(May, true), caller: Director)).ShouldBe("storedvalue.assessment-decided");
        (await Shop.RefusalOf(new DecideAssessment.Input(May.AddMonths(1), true), caller: Director))
            .ShouldBe("storedvalue.assessment-not-found");
        (await Shop.RefusalOf(new PrepareAssessment.Input(May.AddMonths(-1)), caller: Finance))
            .ShouldBe("storedvalue.assessment-closed-later");

        // Whatever is changed afterwards, what is fixed stays.
        await Shop.Do(new EditTarget.Input(TargetScope.Role, DefaultRole.FloorManager, Yuan(1m)));
        var fixedRows = (await Shop.Do(new ReadAssessments.Input(May))).Results.ToDictionary(r => r.Seller);
        fixedRows[floor.UserName].ShouldSatisfyAllConditions(
            r => (r.Target, r.Net, r.Attainment, r.Pay).ShouldBe((Yuan(20_000m), Yuan(15_000m), 7_500, Yuan(375m))),
            r => (r.FullPay, r.Capped, r.ReplacesFormer).ShouldBe((Yuan(500m), true, true)));
        (fixedRows[bar.UserName].Pay, fixedRows[bar.UserName].ReplacesFormer).ShouldBe((Yuan(500m), false));
        fixedRows[idle.UserName].Pay.ShouldBe(Yuan(0m));
        (await Shop.Do(new ReadOwnSales.Input(), caller: SalesGiven.As(floor, SalesPermissions.SellCards))).FixedPay
            .ShouldHaveSingleItem().Pay.ShouldBe(Yuan(375m));

        var paid = await Shop.SettleAllAsync();
        paid.Sellers.Select(s => (s.Seller, s.AssessmentTotal, s.Total)).ShouldBe(
            [(floor.UserName, Yuan(375m), Yuan(525m)), (bar.UserName, Yuan(500m), Yuan(750m))], ignoreOrder: true);
        paid.Entries.Where(e => e.Kind == CommissionKind.Assessment).ShouldAllBe(e => e.Month == May && e.SaleNo == null);
        (await Shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-07"), Trait("Req", "SV-08")]
    public async Task What_comes_back_or_is_corrected_after_it_was_fixed_is_a_difference_of_a_later_month()
    {
        Shop.Clock.Set("2026-05-29");
        var type = await Shop.TypeAsync(Restaurant);
        await Shop.Do(new SetUsualTargets.Input());
        var (wrong, right) = (Shop.Seller(DefaultRole.FloorManager), Shop.Seller(DefaultRole.FloorManager));
        var back = await Shop.SoldAsync(type, 5_000m, wrong);
        var moved = await Shop.SoldAsync(type, 10_000m, wrong);
        Shop.Clock.Set("2026-06-02");
        await FixAsync(May);
        (await PaidAsync(wrong), await PaidAsync(right)).ShouldBe((375m, 0m));

        await Shop.TakeBackAsync(back.SaleNo);
        await Shop.Do(new CorrectSeller.Input(moved.SaleNo, right.UserName, "顾客签字证明"));
        (await PaidAsync(wrong), await PaidAsync(right)).ShouldBe((375m, 0m), "What is fixed is not edited.");
        Shop.Clock.Set("2026-07-02");
        var preview = (await Shop.Do(new ReadAssessments.Input(May.AddMonths(1)))).Differences;
        preview.Select(d => (d.Month, d.Seller, d.Pay)).ShouldBe(
            [(May, wrong.UserName, Yuan(-375m)), (May, right.UserName, Yuan(250m))], ignoreOrder: true);
        await FixAsync(May.AddMonths(1));

        (await PaidAsync(wrong), await PaidAsync(right)).ShouldBe((0m, 250m));
        (await Shop.Do(new ReadAssessments.Input(May))).Results.Single(r => r.Seller == wrong.UserName).Pay.ShouldBe(Yuan(375m));
        (await Shop.Do(new ReadAssessments.Input(May.AddMonths(1)))).Differences.Count.ShouldBe(2);

        // All of it comes back: nothing is left in the end, and nothing changes any more.
        await Shop.CloseCardAsync(moved.Card!.Value);
        Shop.Clock.Set("2026-09-02");
        await FixAsync(May.AddMonths(2));
        await FixAsync(May.AddMonths(3));
        (await PaidAsync(wrong), await PaidAsync(right)).ShouldBe((0m, 0m));
        (await Shop.Do(new ReadAssessments.Input(May.AddMonths(3)))).Differences.ShouldBeEmpty();
        (await Shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-07")]
    public async Task Who_had_no_row_when_the_month_was_fixed_has_a_difference_also_of_a_month_that_was_left_out()
    {
        Shop.Clock.Set("2026-05-02");
        var type = await Shop.TypeAsync(Restaurant);
        await Shop.Do(new SetUsualTargets.Input());
        var first = Shop.Seller(DefaultRole.FloorManager);
        await Shop.SoldAsync(type, 5_000m, first);
        await Shop.Do(new NoteRoles.Input());
        var inMay = await Shop.SoldAsync(type, 5_000m);
        Shop.Clock.Set("2026-06-02");
        await FixAsync(May);
        // He was taken on after May, and is credited with what he had brought.
        var late = Shop.Seller(DefaultRole.FloorManager);
        var inJune = await Shop.SoldAsync(type, 10_000m);
        await Shop.Do(new CorrectSeller.Input(inMay.SaleNo, late.UserName, "漏填"));

        Shop.Clock.Set("2026-08-02");
        await FixAsync(May.AddMonths(2));
        (await PaidAsync(late)).ShouldBe(125m, "May is a difference; June paid nobody, and nobody had to close it.");
        await Shop.Do(new CorrectSeller.Input(inJune.SaleNo, late.UserName, "漏填"));
        (await Shop.Do(new ReadAssessments.Input(May.AddMonths(3)))).Differences.ShouldBeEmpty("August is not over.");
        Shop.Clock.Set("2026-09-02");
        await FixAsync(May.AddMonths(3));

        (await PaidAsync(late)).ShouldBe(375m);
        (await Shop.Do(new ReadAssessments.Input(May.AddMonths(3)))).Differences.Select(d => (d.Month, d.Seller, d.Pay))
            .ShouldBe([(May.AddMonths(1), late.UserName, Yuan(250m))]);
        Shop.Clock.Set("2026-10-02");
        await Shop.CloseCardAsync(inJune.Card!.Value);
        await FixAsync(May.AddMonths(4));
        (await PaidAsync(late)).ShouldBe(125m, "Differences of differences go on.");
        (await Shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-07"), Trait("Req", "CORE-44")]
    public async Task Twenty_who_close_a_month_at_once_fix_it_once()
    {
        Shop.Clock.Set("2026-05-02");
        await Shop.Do(new SetUsualTargets.Input());
        var seller = Shop.Seller(DefaultRole.FloorManager);
        await Shop.SoldAsync(await Shop.TypeAsync(Restaurant), 15_000m, seller);
        Shop.Clock.Set("2026-07-02");

        var prepared = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Shop.TryDo(new PrepareAssessment.Input(May.AddMonths(i % 2)), caller: Finance)));
        var accepted = prepared.Where(p => p.Accepted).Select(p => p.Value).Distinct().ShouldHaveSingleItem();
        accepted.Month.ShouldBe(May, "June is not closed before it.");
        prepared.Where(p => !p.Accepted).ShouldAllBe(
            p => p.Refusal!.Code == "storedvalue.assessment-waits" || p.Refusal.Code == "storedvalue.assessment-out-of-order");
        var decided = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Shop.TryDo(new DecideAssessment.Input(accepted.Month, Approve: true), caller: Director)));

        decided.Count(d => d.Accepted).ShouldBe(1);
        decided.Where(d => !d.Accepted).ShouldAllBe(d => d.Refusal!.Code == "storedvalue.assessment-decided");
        (await PaidAsync(seller)).ShouldBe(375m);
        (await Shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-07")]
    public async Task A_month_in_which_somebody_has_a_target_is_not_left_out()
    {
        Shop.Clock.Set("2026-05-02");
        await Shop.Do(new SetUsualTargets.Input());
        var seller = Shop.Seller(DefaultRole.FloorManager);
        await Shop.SoldAsync(await Shop.TypeAsync(Restaurant), 15_000m, seller);
        Shop.Clock.Set("2026-07-02");

        var refused = (await Shop.TryDo(new PrepareAssessment.Input(May.AddMonths(1)), caller: Finance)).Refusal.ShouldNotBeNull();
        refused.Code.ShouldBe("storedvalue.assessment-out-of-order");
        refused.Facts.ShouldContain(f => f.Name == "month" && f.Value!.Equals(May));
        await FixAsync(May);
        await FixAsync(May.AddMonths(1));

        (await PaidAsync(seller)).ShouldBe(375m);
    }

    [Fact, Trait("Req", "SV-07")]
    public async Task Who_left_has_his_pay_who_came_later_has_none_and_a_role_that_changed_later_changes_nothing()
    {
        Shop.Clock.Set("2026-05-02");
        var type = await Shop.TypeAsync(Restaurant);
        await Shop.Do(new SetUsualTargets.Input());
        var (leaver, changed) = (Shop.Seller(DefaultRole.FloorManager), Shop.Seller(DefaultRole.FloorManager));
        var early = Shop.Seller(DefaultRole.BarSupervisor);
        await Shop.SoldAsync(type, 15_000m, leaver);
        await Shop.SoldAsync(type, 10_000m, changed);
        await Shop.Do(new NoteRoles.Input());
        // The roles of the last night count.
        Shop.Clock.Set("2026-05-30");
        Shop.Staff.Add(early.UserName, DefaultRole.FloorManager, CardShop.Hotel.Id, 11);
        Shop.Staff.Leave(leaver.UserName);
        (await Shop.Do(new NoteRoles.Input())).Changed.ShouldBe(2);
        (await Shop.Do(new NoteRoles.Input())).Changed.ShouldBe(0);
        (await Shop.Do(new ReadAssessments.Input())).Results.Single(r => r.Seller == leaver.UserName).Pay.ShouldBe(Yuan(375m));

        Shop.Clock.Set("2026-06-02");
        Shop.Staff.Add(changed.UserName, DefaultRole.OperationsDirector, CardShop.Hotel.Id);
        var newcomer = Shop.Seller(DefaultRole.FloorManager);
        await Shop.Do(new NoteRoles.Input());
        await FixAsync(May);

        var rows = (await Shop.Do(new ReadAssessments.Input(May))).Results.ToDictionary(r => r.Seller);
        rows.Keys.ShouldBe([leaver.UserName, changed.UserName, early.UserName], ignoreOrder: true);
        (rows[leaver.UserName].Target, rows[leaver.UserName].Pay).ShouldBe((Yuan(20_000m), Yuan(375m)));
        (rows[changed.UserName].Target, rows[changed.UserName].Pay).ShouldBe((Yuan(20_000m), Yuan(250m)));
        rows[early.UserName].Target.ShouldBe(Yuan(20_000m));
        (await PaidAsync(leaver), await PaidAsync(newcomer)).ShouldBe((375m, 0m));
        (await Shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-07")]
    public async Task Who_left_before_any_night_was_noted_has_the_pay_of_his_own_target()
    {
        Shop.Clock.Set("2026-05-02");
        var leaver = Shop.Seller(DefaultRole.FloorManager);
        await Shop.Do(new EditTarget.Input(TargetScope.Person, leaver.UserName, Yuan(20_000m), May));
        await Shop.SoldAsync(await Shop.TypeAsync(Restaurant), 15_000m, leaver);
        Shop.Staff.Leave(leaver.UserName);
        Shop.Clock.Set("2026-06-02");

        await FixAsync(May);

        (await PaidAsync(leaver)).ShouldBe(375m);
    }

    [Fact, Trait("Req", "SV-07"), Trait("Yardstick", "R4")]
    public async Task Assessment_pay_that_is_not_what_its_target_comes_to_is_found()
    {
        Shop.Clock.Set("2026-05-02");
        await Shop.Do(new SetUsualTargets.Input());
        await Shop.SoldAsync(await Shop.TypeAsync(Restaurant), 15_000m, Shop.Seller(DefaultRole.FloorManager));
        Shop.Clock.Set("2026-06-02");
        await FixAsync(May);

        await Shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().AssessmentEntries
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.NetFen, x => x.NetFen + 100_00)));

        (await Shop.FaultsAsync()).ShouldBe(["assessments-are-not-lines 2026-05"]);
    }

    [Fact, Trait("Req", "SV-07"), Trait("Yardstick", "R4")]
    public async Task Assessment_pay_without_its_row_and_a_row_without_its_pay_are_found()
    {
        Shop.Clock.Set("2026-05-02");
        await Shop.Do(new SetUsualTargets.Input());
        await Shop.SoldAsync(await Shop.TypeAsync(Restaurant), 15_000m, Shop.Seller(DefaultRole.FloorManager));
        Shop.Clock.Set("2026-06-02");
        await FixAsync(May);
        (await Shop.FaultsAsync()).ShouldBeEmpty();

        await Shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CommissionLines
            .Where(l => l.Kind == CommissionKind.Assessment).ExecuteDeleteAsync());
        (await Shop.FaultsAsync()).ShouldBe(["assessments-are-not-lines 2026-05"]);
    }

    private async Task FixAsync(DateOnly month)
    {
        await Shop.Do(new PrepareAssessment.Input(month), caller: Finance);
        await Shop.Do(new DecideAssessment.Input(month, Approve: true), caller: Director);
    }

    private Task<decimal> PaidAsync(StaffPerson seller) => Shop.InTables(async scope =>
        await scope.GetRequiredService<StoredValueDb>().CommissionLines
            .Where(l => l.SellerId == seller.Id && l.Kind == CommissionKind.Assessment).SumAsync(l => l.Fen) / 100m);
}
