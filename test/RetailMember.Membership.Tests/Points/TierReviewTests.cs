using System.Text.Json;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class TierReviewTestsOnSqlite(SqliteShop shop) : TierReviewTests(shop), IClassFixture<SqliteShop>;

public sealed class TierReviewTestsOnPostgres(PostgresShop shop) : TierReviewTests(shop), IClassFixture<PostgresShop>;

public abstract class TierReviewTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-52")]
    public async Task Gold_that_spends_too_little_is_warned_in_november_and_becomes_silver_at_new_year()
    {
        shop.Clock.Set("2024-12-31");
        await TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2025-02-01");
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        await shop.Do(Buy(member, 6_000));
        shop.Clock.Set("2026-01-01");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("gold");
        shop.Clock.Set("2026-05-01");
        await shop.Do(Buy(member, 2_000));

        shop.Clock.Set("2026-10-31");
        (await shop.Do(new ReviewTiers.Input())).Warned.ShouldBe(0);
        shop.Clock.Set("2026-11-02");
        (await shop.Do(new ReviewTiers.Input())).Warned.ShouldBe(1);
        (await shop.Do(new ReviewTiers.Input())).Warned.ShouldBe(0);
        shop.Outbox.Told.OfType<TierAtRisk>().Single()
            .ShouldSatisfyAllConditions(r => r.Projected.ShouldBe("silver"), r => r.PeriodEnd.ShouldBe(new DateOnly(2026, 12, 31)));

        shop.Clock.Set("2026-12-31");
        (await shop.Do(new ReviewTiers.Input())).Changed.ShouldBe(0);
        shop.Clock.Set("2027-01-01");
        (await shop.Do(new ReviewTiers.Input())).Changed.ShouldBe(1);
        (await TierOf(member)).ShouldBe("silver");
        (await shop.Do(new ReviewTiers.Input())).Changed.ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task Turning_from_a_lifetime_to_card_years_takes_no_tier_away_and_back_counts_the_lifetime_again()
    {
        shop.Clock.Set("2030-03-01");
        await TurnToAsync(QualificationPeriod.Lifetime);
        shop.Clock.Set("2030-03-02");
        var member = (await shop.Do(Enrol(Mobile(2)))).MemberNo;
        await shop.Do(Buy(member, 6_000));

        shop.Clock.Set("2030-07-01");
        await TurnToAsync(QualificationPeriod.CardYear);
        await shop.Do(Buy(member, 10));
        (await TierOf(member)).ShouldBe("gold");
        await shop.Do(new ReviewTiers.Input());
        (await TierOf(member)).ShouldBe("gold");

        shop.Clock.Set("2030-09-01");
        await TurnToAsync(QualificationPeriod.Lifetime);
        await shop.Do(Buy(member, 3_990.01m));
        (await TierOf(member)).ShouldBe("diamond");
    }

    private async Task<string> TierOf(string member) => (await shop.Do(new ReadMember.Input(member))).Tier.Code;

    /// <summary>The four tiers by this period, with downgrade to what was qualified for where it ends.</summary>
    private async Task TurnToAsync(QualificationPeriod period)
    {
        var draft = await shop.Do(new DraftProgramme.Input { FromVersion = 1 });
        var read = await shop.Do(new ReadProgrammeVersion.Input(draft.Version));
        var document = ProgrammeJson.Read(read.Document.GetRawText());
        var changed = document with
        {
            TierSet = document.TierSet with
            {
                Period = period,
                Downgrade = period == QualificationPeriod.Lifetime ? DowngradePolicy.None : DowngradePolicy.ToQualifying,
            },
        };
        await shop.Do(new ChangeDraft.Input
        {
            Version = draft.Version,
            Revision = read.Revision,
            Document = JsonDocument.Parse(ProgrammeJson.Write(changed)).RootElement,
        });
        await shop.Do(new ActivateProgramme.Input(draft.Version));
    }
}
