using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Texts;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Behaviours;

public sealed class BenefitPrizeTestsOnSqlite(SqliteShop shop) : BenefitPrizeTests(shop), IClassFixture<SqliteShop>;

public sealed class BenefitPrizeTestsOnPostgres(PostgresShop shop) : BenefitPrizeTests(shop), IClassFixture<PostgresShop>;

/// <summary>A benefit that is a prize stands beside what others granted, and goes alone.</summary>
public abstract class BenefitPrizeTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-54")]
    public async Task A_prize_of_30_days_leaves_the_grant_of_a_year_as_it_is()
    {
        var (terms, benefit) = await PrizeAsync(30);
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();
        await shop.Do(new GrantBenefit.Input { Benefit = benefit, Members = [member.MemberNo], To = Day("2027-03-01"), Reason = "year" });

        var given = await shop.Do(Did(terms.Behaviour!, member));

        (await HasAsync(member, benefit, "2026-12-01")).ShouldBeTrue();
        await shop.Do(new RevokeAward.Input(given.Award, "mistake"));
        (await HasAsync(member, benefit, "2026-03-02")).ShouldBeTrue();
        await shop.Do(new RevokeBenefit.Input(benefit, member.MemberNo));
        (await HasAsync(member, benefit, "2026-03-02")).ShouldBeFalse();
    }

    [Fact, Trait("Req", "CORE-54")]
    public async Task Taking_the_prize_of_March_back_leaves_that_of_April()
    {
        var (terms, benefit) = await PrizeAsync(60);
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();
        var march = await shop.Do(Did(terms.Behaviour!, member));
        shop.Clock.Set("2026-04-01");
        var april = await shop.Do(Did(terms.Behaviour!, member));

        await shop.Do(new RevokeAward.Input(march.Award, "mistake"));

        (await HasAsync(member, benefit, "2026-05-15")).ShouldBeTrue();
        await shop.Do(new RevokeAward.Input(april.Award, "mistake"));
        (await HasAsync(member, benefit, "2026-04-01")).ShouldBeFalse();
    }

    private async Task<(CampaignTerms Terms, string Benefit)> PrizeAsync(int days)
    {
        var benefit = (await shop.Do(new EditBenefit.Input("b" + Key(), new BenefitTerms
        {
            Name = new LocalName("婴儿车租赁", "Pram hire"),
            Shares = [new BenefitShare { Granted = true, Most = 1 }],
            Period = LimitPeriod.Month,
        }))).Benefit;
        return (SharePoster() with { Prize = new Prize { Points = 50, Benefit = benefit, BenefitDays = days } }, benefit);
    }

    private async Task<bool> HasAsync(MemberSummary member, string benefit, string day)
    {
        try
        {
            shop.Clock.Set(day);
            return (await shop.Do(new FindMemberBenefits.Input(member.MemberNo, "s1"))).Benefits.Any(b => b.Benefit == benefit);
        }
        finally
        {
            shop.Clock.Set("2026-03-02");
        }
    }
}
