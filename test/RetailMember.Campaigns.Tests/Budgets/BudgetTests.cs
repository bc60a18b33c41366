using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Budgets;

public sealed class BudgetTestsOnSqlite(SqliteShop shop) : BudgetTests(shop), IClassFixture<SqliteShop>;

public sealed class BudgetTestsOnPostgres(PostgresShop shop) : BudgetTests(shop), IClassFixture<PostgresShop>;

/// <summary>A campaign stops by itself when its budget is spent, exactly.</summary>
public abstract class BudgetTests(Shop.Shop shop)
{
    [Theory, Trait("Req", "CORE-11")]
    [InlineData(50L, null)]
    [InlineData(null, 1L)]
    [InlineData(99L, 7L)]
    public async Task Of_twenty_awards_against_a_budget_for_one_exactly_one_is_given(long? points, long? awards)
    {
        var terms = SharePoster() with { BudgetPoints = points, BudgetAwards = awards };
        var campaign = await shop.CampaignAsync(terms);
        var members = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.MemberAsync()));

        var outcomes = await Task.WhenAll(members.Select(m => shop.TryDo(Did(terms.Behaviour!, m))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).Select(o => o.Refusal!.Code).Distinct().ShouldAllBe(
            c => c == "campaigns.budget-spent" || c == "campaigns.behaviour-not-rewarded");
        (await Task.WhenAll(members.Select(shop.PointsAsync))).Sum().ShouldBe(50);
        var view = await shop.ViewAsync(campaign);
        (view.State, view.SpentPoints, view.SpentAwards).ShouldBe((CampaignState.Spent, 50, 1));
        shop.Outbox.Told.OfType<CampaignSpent>().Count(e => e.Campaign == campaign).ShouldBe(1);
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task What_is_taken_back_can_be_given_again_the_campaign_goes_on_by_itself()
    {
        var terms = SharePoster() with { BudgetPoints = 50 };
        var campaign = await shop.CampaignAsync(terms);
        var (one, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        var given = await shop.Do(Did(terms.Behaviour!, one));
        (await shop.RefusalOf(new ResumeCampaign.Input(campaign))).ShouldBe("campaigns.budget-too-small");

        await shop.Do(new RevokeAward.Input(given.Award, "mistake"));
        (await shop.ViewAsync(campaign)).State.ShouldBe(CampaignState.Active);
        (await shop.Do(Did(terms.Behaviour!, other))).Points.ShouldBe(50);
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task A_larger_budget_that_is_activated_while_the_last_award_is_given_leaves_the_campaign_active()
    {
        for (var round = 0; round < 10; round++)
        {
            var terms = SharePoster() with { BudgetPoints = 50 };
            var campaign = await shop.CampaignAsync(terms);
            var (one, other) = (await shop.MemberAsync(), await shop.MemberAsync());
            await shop.Do(new EditCampaign.Input(campaign, terms with { BudgetPoints = 100 }));

            await Task.WhenAll(shop.Do(Did(terms.Behaviour!, one)), shop.Do(new ActivateCampaign.Input(campaign)));

            (await shop.ViewAsync(campaign)).State.ShouldBe(CampaignState.Active);
            (await shop.Do(Did(terms.Behaviour!, other))).Points.ShouldBe(50);
            (await shop.ViewAsync(campaign)).State.ShouldBe(CampaignState.Spent);
        }
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task A_next_version_goes_on_with_what_was_spent_and_awards_keep_theirs()
    {
        var terms = SharePoster() with { BudgetPoints = 50 };
        var campaign = await shop.CampaignAsync(terms);
        var (one, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Did(terms.Behaviour!, one));

        await shop.Do(new EditCampaign.Input(campaign, terms with { BudgetPoints = 80 }));
        (await shop.RefusalOf(new ActivateCampaign.Input(campaign))).ShouldBe("campaigns.budget-too-small");
        await shop.Do(new EditCampaign.Input(campaign, terms with
        {
            BudgetPoints = 80,
            Prize = new Prize { Points = 30 },
            Examples = [new CampaignExample("once", new CampaignCase { On = Day("2026-03-02") }, new ExampleResult(true, 30))],
        }));
        await shop.Do(new ActivateCampaign.Input(campaign));
        await shop.Do(Did(terms.Behaviour!, other));

        (await shop.AwardsAsync(one)).Select(a => (a.Version, a.Points)).ShouldBe([(1, 50L)]);
        (await shop.AwardsAsync(other)).Select(a => (a.Version, a.Points)).ShouldBe([(2, 30L)]);
        var view = await shop.ViewAsync(campaign);
        (view.State, view.Version, view.SpentPoints).ShouldBe((CampaignState.Spent, 2, 80));
    }
}
