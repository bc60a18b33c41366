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

public sealed class RefundedTierTestsOnSqlite() : RefundedTierTests(new SqliteShop());

public sealed class RefundedTierTestsOnPostgres() : RefundedTierTests(new PostgresShop());

/// <summary>A refund takes back the tier that the receipt brought, however long ago that was.</summary>
[Trait("Req", "CORE-46"), Trait("Req", "CORE-52")]
public abstract class RefundedTierTests(Shop.Shop shop) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return shop.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_year_has_ended_whether_the_nightly_review_was_first_or_not(bool reviewed)
    {
        var member = await MemberOfAsync(QualificationPeriod.CalendarYear, "2026-01-05");
        await shop.Do(Buy(member, 6_000, receiptNo: "G-1"));
        shop.Clock.Set("2027-01-01");
        if (reviewed) await shop.Do(new ReviewTiers.Input());

        (await RefundAsync("G-1", 999)).TierCode.ShouldBe("gold", "5,001 yuan are left");
        (await RefundAsync("G-1", 5_001)).ShouldSatisfyAllConditions(
            r => r.TierCode.ShouldBe("ordinary"),
            r => r.Undone!.Select(l => (l.Kind, l.PreviousTierCode, l.Name)).ShouldBe([("tier", "gold", "ordinary")]));

        (await FileOf(member)).ShouldSatisfyAllConditions(
            m => m.CarriedTier.ShouldBe("ordinary"), m => m.Metrics.ShouldBe(default), m => m.LifetimeSpendFen.ShouldBe(0));
        var step = (await shop.Do(new ReadTierHistory.Input(member))).Steps[0];
        (step.FromTier.Code, step.ToTier.Code, step.Reason, step.ReceiptNo, step.StoreCode)
            .ShouldBe(("gold", "ordinary", TierChangeReason.Refund, "G-1", "s1"));
    }

    [Fact]
    public async Task Years_later_where_no_review_ever_takes_a_tier()
    {
        shop.Clock.Set("2024-12-01");
        await shop.ChangeAsync(d => d with { TierSet = d.TierSet with { Period = QualificationPeriod.CalendarYear } });
        shop.Clock.Set("2025-01-05");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 6_000, receiptNo: "G-1"));
        shop.Clock.Set("2026-05-05");
        await shop.Do(Buy(member, 1_500));
        shop.Clock.Set("2027-05-05");

        (await RefundAsync("G-1", 6_000)).TierCode.ShouldBe("silver", "1,500 yuan of 2026 brought it");
    }

    [Fact]
    public async Task Of_a_receipt_that_came_late()
    {
        var member = await MemberOfAsync(QualificationPeriod.CalendarYear, "2026-01-05");
        await shop.Do(Buy(member, 4_900));
        shop.Clock.Set("2027-01-02");
        await shop.Do(new ReviewTiers.Input());
        (await shop.Do(Buy(member, 200, day: "2026-12-31", receiptNo: "L-1"))).TierCodeAfter.ShouldBe("gold");

        (await RefundAsync("L-1", 200)).TierCode.ShouldBe("silver");
    }

    [Fact]
    public async Task What_was_bought_in_the_running_year_keeps_the_tier_that_it_carries_by_itself()
    {
        var member = await MemberOfAsync(QualificationPeriod.CalendarYear, "2026-01-05");
        await shop.Do(Buy(member, 6_000, receiptNo: "G-1"));
        shop.Clock.Set("2027-01-02");
        await shop.Do(Buy(member, 1_200, receiptNo: "S-1"));

        (await RefundAsync("G-1", 6_000)).TierCode.ShouldBe("silver");
        (await RefundAsync("S-1", 300)).TierCode.ShouldBe("ordinary", "nothing brought along carries it any more");
    }

    [Fact, Trait("Req", "CORE-28")]
    public async Task Where_the_promotion_began_the_metrics_anew()
    {
        await shop.ChangeAsync(d => d with { TierSet = d.TierSet with { ResetOnPromotion = true } });
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 600, receiptNo: "R-1"));
        (await shop.Do(Buy(member, 600))).TierCodeAfter.ShouldBe("silver");
        await shop.Do(Buy(member, 300));
        (await FileOf(member)).Metrics.SpendFen.ShouldBe(300_00);

        (await RefundAsync("R-1", 200)).TierCode.ShouldBe("silver", "400 and 600 yuan still bring it");
        (await RefundAsync("R-1", 400)).TierCode.ShouldBe("ordinary");

        (await FileOf(member)).Metrics.SpendFen.ShouldBe(900_00, "what the promotion had used up counts again");
        (await shop.Do(Buy(member, 100))).TierCodeAfter.ShouldBe("silver");
    }

    [Theory]
    [InlineData("silver")]
    [InlineData("gold")]
    public async Task But_not_what_a_person_has_granted_since(string granted)
    {
        var member = await MemberOfAsync(QualificationPeriod.CalendarYear, "2026-01-05");
        await shop.Do(Buy(member, 6_000, receiptNo: "G-1"));
        shop.Clock.Set("2027-01-02");
        await shop.Do(new GrantTier.Input(member, granted, "约定"));

        (await RefundAsync("G-1", 6_000)).TierCode.ShouldBe(granted);
        (await shop.Do(new ReadTierHistory.Input(member))).Steps[0].Reason.ShouldBe(TierChangeReason.Grant);
    }

    [Fact]
    public async Task Nor_where_the_programme_leaves_tiers_alone()
    {
        shop.Clock.Set("2025-12-01");
        await shop.ChangeAsync(d => d with
        {
            TierSet = d.TierSet with { Period = QualificationPeriod.CalendarYear, DemoteOnRefund = false },
        });
        shop.Clock.Set("2026-01-05");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 6_000, receiptNo: "G-1"));
        shop.Clock.Set("2027-01-02");

        (await RefundAsync("G-1", 6_000)).TierCode.ShouldBe("gold");
    }

    [Theory]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), nameof(DowngradePolicy.ToQualifying), false)]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), nameof(DowngradePolicy.OneStep), false)]
    [InlineData(nameof(QualificationPeriod.CardYear), nameof(DowngradePolicy.None), false)]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), nameof(DowngradePolicy.OneStep), true)]
    [InlineData(nameof(QualificationPeriod.Lifetime), nameof(DowngradePolicy.None), true)]
    public async Task Whoever_gives_receipts_back_stands_where_one_stands_who_never_bought_them(
        string period, string downgrade, bool reset)
    {
        shop.Clock.Set("2025-12-01");
        await shop.ChangeAsync(d => d with
        {
            TierSet = d.TierSet with
            {
                Period = Enum.Parse<QualificationPeriod>(period),
                Downgrade = Enum.Parse<DowngradePolicy>(downgrade),
                ResetOnPromotion = reset,
            },
        });
        for (var seed = 1; seed <= 8; seed++) await CompareAsync(new Random(seed), $"seed {seed}");
    }

    /// <summary>One buys all and gives some back, whenever; the other buys only what the first one keeps.</summary>
    private async Task CompareAsync(Random random, string seed)
    {
        shop.Clock.Set("2026-01-05");
        var (one, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        var toReturn = new Queue<(string Receipt, decimal Yuan)>();
        for (var day = new DateOnly(2026, 1, 5); day.Year < 2028; day = day.AddDays(random.Next(10, 60)))
        {
            shop.Clock.Set($"{day:yyyy-MM-dd}");
            if (toReturn.Count > 0 && random.Next(2) == 0) await RefundAsync(toReturn.Peek().Receipt, toReturn.Dequeue().Yuan);
            var yuan = random.Next(1, 30) * 100;
            var receipt = Buy(one, yuan);
            await shop.Do(receipt);
            if (random.Next(3) == 0) toReturn.Enqueue((receipt.ReceiptNo, yuan));
            else await shop.Do(Buy(other, yuan));
        }

        foreach (var (receipt, yuan) in toReturn) await RefundAsync(receipt, yuan);
        await shop.Do(new ReviewTiers.Input());

        var (kept, never) = (await FileOf(one), await FileOf(other));
        (kept.Tier, kept.CarriedTier, kept.Metrics).ShouldBe((never.Tier, never.CarriedTier, never.Metrics), seed);
    }

    /// <summary>Who joins this day, a while after the programme has turned to such periods.</summary>
    private async Task<string> MemberOfAsync(QualificationPeriod period, string joins)
    {
        shop.Clock.Set("2025-12-01");
        await shop.TurnToAsync(period);
        shop.Clock.Set(joins);
        return await shop.MemberAsync();
    }

    private Task<RefundPurchase.Result> RefundAsync(string receiptNo, decimal yuan) => shop.Do(new RefundPurchase.Input
    {
        RefundNo = Key(), StoreCode = "s1", ReceiptNo = receiptNo, Amount = Money.FromYuan(yuan),
    });

    private Task<Member> FileOf(string member) => shop.InTables(services =>
        services.GetRequiredService<MembershipDb>().Members.AsNoTracking().SingleAsync(m => m.MemberNo == member));
}
