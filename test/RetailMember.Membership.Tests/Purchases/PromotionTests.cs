using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class PromotionTestsOnSqlite() : PromotionTests(new SqliteShop());

public sealed class PromotionTestsOnPostgres() : PromotionTests(new PostgresShop());

/// <summary>A promotion after which the metrics start from nothing, and one after which they go on.</summary>
[Trait("Req", "CORE-28")]
public abstract class PromotionTests(Shop.Shop shop) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return shop.DisposeAsync();
    }

    [Theory]
    [InlineData(true, 0, "silver")]
    [InlineData(false, 1_200, "gold")]
    public async Task What_counts_after_it_is_nothing_or_all(bool resets, int counted, string next)
    {
        await shop.ChangeAsync(d => d with { TierSet = d.TierSet with { ResetOnPromotion = resets } });
        var member = await shop.MemberAsync();

        (await shop.Do(Buy(member, 1_200))).TierCodeAfter.ShouldBe("silver");

        (await FileOf(member)).Progress!.NextTier!.Goals.Single(g => g.Metric == TierMetric.Spend).Reached.ShouldBe(counted);
        (await shop.Do(Buy(member, 4_000))).TierCodeAfter.ShouldBe(next);
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task One_with_reset_holds_through_the_next_year()
    {
        shop.Clock.Set("2025-12-01");
        await shop.ChangeAsync(d => d with
        {
            TierSet = d.TierSet with
            {
                Period = QualificationPeriod.CalendarYear,
                Downgrade = DowngradePolicy.ToQualifying,
                ResetOnPromotion = true,
            },
        });
        shop.Clock.Set("2026-05-01");
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 1_200));

        await ReviewOnAsync("2027-01-01");
        (await FileOf(member)).Tier.Code.ShouldBe("silver");
        await ReviewOnAsync("2028-01-01");
        (await FileOf(member)).Tier.Code.ShouldBe("ordinary");
    }

    private Task<ReviewTiers.Result> ReviewOnAsync(string day)
    {
        shop.Clock.Set(day);
        return shop.Do(new ReviewTiers.Input());
    }

    private Task<ReadMember.Result> FileOf(string member) => shop.Do(new ReadMember.Input(member));
}
