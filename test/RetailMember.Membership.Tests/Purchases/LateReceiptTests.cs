using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class LateReceiptTestsOnSqlite : LateReceiptTests
{
    public LateReceiptTestsOnSqlite() : base(new SqliteShop())
    {
    }
}

public sealed class LateReceiptTestsOnPostgres : LateReceiptTests
{
    public LateReceiptTestsOnPostgres() : base(new PostgresShop())
    {
    }
}

/// <summary>A receipt that reaches the books after its period has ended, or after the programme has turned.</summary>
public abstract class LateReceiptTests(Shop.Shop shop) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return shop.DisposeAsync();
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task It_counts_in_the_year_it_was_bought_in_and_the_review_is_made_good()
    {
        shop.Clock.Set("2025-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2026-01-05");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 4_900));
        shop.Clock.Set("2027-01-02");
        await shop.Do(new ReviewTiers.Input());
        await shop.Do(Buy(member, 30));

        var late = await shop.Do(Buy(member, 200, day: "2026-12-31"));

        late.TierCode.ShouldBe("silver");
        late.TierCodeAfter.ShouldBe("gold");
        var file = await FileOf(member);
        file.Metrics.SpendFen.ShouldBe(30_00, "the running year is not touched");
        file.CarriedTier.ShouldBe("gold");
        file.LifetimeSpendFen.ShouldBe(5_130_00);
        shop.Clock.Set("2028-01-01");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("ordinary");
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task It_saves_a_tier_that_a_review_has_taken()
    {
        shop.Clock.Set("2024-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2025-02-01");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 6_000));
        shop.Clock.Set("2026-03-01");
        await shop.Do(Buy(member, 4_950));
        shop.Clock.Set("2027-01-01");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("silver");

        (await shop.Do(Buy(member, 60, day: "2026-12-31"))).TierCodeAfter.ShouldBe("gold");
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task It_is_judged_by_the_version_and_the_tier_of_its_day()
    {
        shop.Clock.Set("2026-04-01");
        var member = await shop.MemberAsync();
        await shop.ChangeAsync(d => d with { TierSet = Coefficients(d.TierSet, 3) });
        shop.Clock.Set("2026-05-01");
        await shop.Do(Buy(member, 1_000));
        shop.Clock.Set("2026-06-01");
        await shop.ChangeAsync(d => d with { TierSet = Coefficients(d.TierSet, 5) });
        shop.Clock.Set("2026-06-02");

        (await shop.Do(Buy(member, 10, day: "2026-03-31"))).Points.ShouldBe(10);
        (await shop.Do(Buy(member, 10, day: "2026-04-20"))).ShouldSatisfyAllConditions(
            r => r.TierCode.ShouldBe("ordinary"), r => r.Points.ShouldBe(10), r => r.TierCodeAfter.ShouldBe("silver"));
        (await shop.Do(Buy(member, 10, day: "2026-05-20"))).Points.ShouldBe(30);
        (await shop.Do(Buy(member, 10))).Points.ShouldBe(50);
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task It_leaves_the_standing_to_the_newer_ladder()
    {
        shop.Clock.Set("2026-04-01");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 900));
        await shop.ChangeAsync(d => d with { TierSet = Thresholds(d.TierSet, 10) });
        shop.Clock.Set("2026-04-03");
        await shop.Do(Buy(member, 50));

        var late = await shop.Do(Buy(member, 100, day: "2026-03-31"));

        late.TierCodeAfter.ShouldBe("ordinary", "1,050 yuan are not enough by the ladder that holds now");
        (await FileOf(member)).Metrics.SpendFen.ShouldBe(1_050_00);
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task One_from_before_the_turn_to_periods_counts_in_the_lifetime_that_ended()
    {
        shop.Clock.Set("2026-04-01");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 900));
        await shop.TurnToAsync(QualificationPeriod.CalendarYear, from: new DateTime(2026, 7, 1));
        shop.Clock.Set("2026-07-02");
        await shop.Do(Buy(member, 20));

        (await shop.Do(Buy(member, 100, day: "2026-06-30"))).TierCodeAfter.ShouldBe("silver");

        (await FileOf(member)).ShouldSatisfyAllConditions(
            m => m.Metrics.SpendFen.ShouldBe(20_00), m => m.CarriedTier.ShouldBe("silver"));
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task One_from_before_the_turn_to_a_lifetime_counts_in_the_lifetime()
    {
        shop.Clock.Set("2026-03-15");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2026-04-01");
        var member = await shop.MemberAsync();
        await shop.TurnToAsync(QualificationPeriod.Lifetime, from: new DateTime(2026, 7, 1));
        shop.Clock.Set("2026-07-02");
        await shop.Do(Buy(member, 950));

        (await shop.Do(Buy(member, 50, day: "2026-06-30"))).TierCodeAfter.ShouldBe("silver");
        (await FileOf(member)).Metrics.ShouldSatisfyAllConditions(
            m => m.SpendFen.ShouldBe(1_000_00), m => m.Purchases.ShouldBe(2));
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task A_running_year_cut_by_the_turn_to_quarters_takes_no_tier_away()
    {
        shop.Clock.Set("2025-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2026-01-05");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 6_000));
        await shop.TurnToAsync(QualificationPeriod.CalendarQuarter, from: new DateTime(2026, 6, 1));

        shop.Clock.Set("2026-06-02");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("gold");
        shop.Clock.Set("2026-07-01");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("ordinary");
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task It_does_not_overrule_a_person_who_decided_since()
    {
        shop.Clock.Set("2025-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2026-01-05");
        var member = await shop.MemberAsync();
        shop.Clock.Set("2027-01-02");
        await shop.Do(new GrantTier.Input(member, "silver", "约定"));

        (await shop.Do(Buy(member, 6_000, day: "2026-12-31"))).TierCodeAfter.ShouldBe("silver");
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task Points_of_its_year_count_by_what_refunds_were_due_not_by_what_they_got_hold_of()
    {
        shop.Clock.Set("2025-12-01");
        await shop.ChangeAsync(d => d with
        {
            RefundPolicy = RefundPolicy.WithinBalance,
            TierSet = d.TierSet.SilverAt(new QualificationGoal(TierMetric.PointsEarned, 1_000)) with
            {
                Period = QualificationPeriod.CalendarYear,
            },
        });
        shop.Clock.Set("2026-03-02");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 900, receiptNo: "P-1"));
        await shop.SpendAsync(member, 900);
        (await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = "P-1", Amount = Money.FromYuan(500),
        })).PointsTaken.ShouldBe(0);
        shop.Clock.Set("2027-01-02");
        await shop.Do(Buy(member, 1));

        (await shop.Do(Buy(member, 599, day: "2026-12-31"))).TierCodeAfter.ShouldBe("ordinary", "400 and 599 points count");
        (await shop.Do(Buy(member, 1, day: "2026-12-31"))).TierCodeAfter.ShouldBe("silver");
    }

    [Fact, Trait("Req", "CORE-18"), Trait("Req", "CORE-52")]
    public async Task What_the_member_took_part_in_counts_with_it()
    {
        shop.Clock.Set("2025-12-01");
        await shop.ChangeAsync(d => d with
        {
            TierSet = d.TierSet.SilverAt(
                new QualificationGoal(TierMetric.Spend, 1_000_00), new QualificationGoal(TierMetric.Participation, 1)) with
            {
                Period = QualificationPeriod.CalendarYear,
            },
        });
        shop.Clock.Set("2026-03-02");
        var member = await shop.MemberAsync();
        await shop.Do(new RecordParticipation.Input { Key = Key(), Member = member, Activity = "lecture" });
        await shop.Do(Buy(member, 900));
        shop.Clock.Set("2027-01-02");
        await shop.Do(Buy(member, 1));

        (await shop.Do(Buy(member, 100, day: "2026-12-31"))).TierCodeAfter.ShouldBe("silver");
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task Receipts_in_any_order_lead_to_the_same_tier()
    {
        shop.Clock.Set("2024-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        (string Day, decimal Yuan)[] receipts =
            [("2025-03-01", 900), ("2025-11-30", 4_200), ("2026-02-01", 1_100), ("2026-08-08", 3_950), ("2027-01-05", 10)];
        shop.Clock.Set("2025-01-10");
        var (inTime, reversed) = (await shop.MemberAsync(), await shop.MemberAsync());
        shop.Clock.Set("2027-02-01");
        foreach (var (day, yuan) in receipts) await shop.Do(Buy(inTime, yuan, day));
        foreach (var (day, yuan) in receipts.Reverse()) await shop.Do(Buy(reversed, yuan, day));

        (await TierOf(inTime)).ShouldBe("gold");
        (await TierOf(reversed)).ShouldBe("gold");
        (await FileOf(reversed)).Metrics.ShouldBe((await FileOf(inTime)).Metrics);
    }

    private static TierSet Coefficients(TierSet set, decimal silver) => set with
    {
        Tiers = [.. set.Tiers.Select(t => t.Code == "silver" ? t with { PointsCoefficient = silver } : t)],
    };

    private static TierSet Thresholds(TierSet set, long times) => set with
    {
        Tiers =
        [
            .. set.Tiers.Select(t => t.Qualification is not { } q ? t : t with
            {
                Qualification = q with { Goals = [.. q.Goals.Select(g => g with { Threshold = g.Threshold * times })] },
            }),
        ],
    };

    private Task<Member> FileOf(string member) => shop.InTables(services =>
        services.GetRequiredService<MembershipDb>().Members.AsNoTracking().SingleAsync(m => m.MemberNo == member));

    private async Task<string> TierOf(string member) => (await shop.Do(new ReadMember.Input(member))).Tier.Code;
}
