using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Editing;

public sealed class CampaignTestsOnSqlite(SqliteShop shop) : CampaignTests(shop), IClassFixture<SqliteShop>;

public sealed class CampaignTestsOnPostgres(PostgresShop shop) : CampaignTests(shop), IClassFixture<PostgresShop>;

/// <summary>Campaigns as data: drafted, tried by examples, activated, paused, ended.</summary>
public abstract class CampaignTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-48")]
    public async Task Without_examples_or_with_one_that_fails_it_is_not_activated()
    {
        var (code, terms) = ("c" + Key(), SharePoster());
        await shop.Do(new EditCampaign.Input(code, terms with { Examples = [] }));
        (await shop.RefusalOf(new ActivateCampaign.Input(code))).ShouldBe("campaigns.examples-missing");

        await shop.Do(new EditCampaign.Input(code, terms with { Prize = new Prize { Points = 60 } }));
        (await shop.RefusalOf(new ActivateCampaign.Input(code))).ShouldBe("campaigns.examples-fail");
        var run = (await shop.Do(new ReadCampaign.Input(code))).Wordings.Single().Runs[0];
        (run.Passed, run.Expected.Points, run.Actual.Points).ShouldBe((false, 50, 60));
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task What_is_in_force_is_never_edited_in_place()
    {
        var terms = SharePoster();
        var code = await shop.CampaignAsync(terms);

        var view = await shop.Do(new EditCampaign.Input(code, terms with { Prize = new Prize { Points = 70 } }));

        (view.Version, view.DraftVersion, view.Terms.Prize.Points).ShouldBe((1, 2, 50));
        var read = await shop.Do(new ReadCampaign.Input(code));
        read.Wordings.Select(w => (w.Version, w.State, w.Terms.Prize.Points)).ShouldBe(
            [(2, CampaignVersionState.Draft, 70L), (1, CampaignVersionState.InForce, 50L)]);
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task A_paused_campaign_gives_nothing_and_an_ended_one_never_again()
    {
        var terms = SharePoster();
        var code = await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();

        await shop.Do(new PauseCampaign.Input(code));
        (await shop.RefusalOf(Did(terms.Behaviour!, member))).ShouldBe("campaigns.behaviour-not-rewarded");
        await shop.Do(new ResumeCampaign.Input(code));
        (await shop.Do(Did(terms.Behaviour!, member))).Points.ShouldBe(50);
        await shop.Do(new EndCampaign.Input(code));

        (await shop.RefusalOf(new ResumeCampaign.Input(code))).ShouldBe("campaigns.not-in-this-state");
        (await shop.RefusalOf(new EditCampaign.Input(code, terms))).ShouldBe("campaigns.campaign-ended");
        (await shop.RefusalOf(new ActivateCampaign.Input(code))).ShouldBe("campaigns.campaign-ended");
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task A_behaviour_is_rewarded_by_one_campaign_at_a_time()
    {
        var terms = SharePoster();
        await shop.CampaignAsync(terms);
        var other = "c" + Key();
        await shop.Do(new EditCampaign.Input(other, terms));

        (await shop.RefusalOf(new ActivateCampaign.Input(other))).ShouldBe("campaigns.rewarded-already");
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task Of_twenty_that_go_on_at_once_for_one_behaviour_one_does()
    {
        var terms = SharePoster();
        List<string> campaigns = [];
        while (campaigns.Count < 20)
        {
            campaigns.Add(await shop.CampaignAsync(terms));
            await shop.Do(new PauseCampaign.Input(campaigns[^1]));
        }

        var outcomes = await Task.WhenAll(campaigns.Select(c => shop.TryDo(new ResumeCampaign.Input(c))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).Select(o => o.Refusal!.Code).Distinct().ShouldBe(["campaigns.rewarded-already"]);
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task What_a_campaign_names_must_be_there()
    {
        var terms = SharePoster();
        (await NoAsync(terms with { Prize = new Prize { Points = 50, Vouchers = ["unheard-of"] } })).ShouldBe("campaigns.prize-not-there");
        (await NoAsync(terms with { Tiers = ["unheard-of"] })).ShouldBe("membership.tier-not-found");
        (await NoAsync(terms with { Stores = ["unheard-of"], Examples = [terms.Examples[0] with
        {
            Given = terms.Examples[0].Given with { StoreCode = "unheard-of" },
        }] })).ShouldBe("store.not-found");
        (await NoAsync(terms with { To = Day("2026-02-01"), Examples = [terms.Examples[0] with
        {
            Given = new CampaignCase { On = Day("2026-02-01") },
        }] })).ShouldBe("campaigns.campaign-is-over");

        async Task<string> NoAsync(CampaignTerms wrong)
        {
            var code = "c" + Key();
            await shop.Do(new EditCampaign.Input(code, wrong));
            return await shop.RefusalOf(new ActivateCampaign.Input(code));
        }
    }

    [Fact]
    public async Task What_belongs_to_another_kind_is_refused()
    {
        var terms = SharePoster();
        (await shop.RefusalOf(new EditCampaign.Input("x", terms with { Places = 3 }))).ShouldBe("campaigns.not-for-kind");
        (await shop.RefusalOf(new EditCampaign.Input("x", terms with { Behaviour = null }))).ShouldBe("campaigns.not-for-kind");
        (await shop.RefusalOf(new EditCampaign.Input("x", terms with { Prize = new Prize() }))).ShouldBe("campaigns.prize-is-nothing");
        (await shop.RefusalOf(new EditCampaign.Input("x", terms with { To = Day("2025-01-01") })))
            .ShouldBe("campaigns.dates-in-wrong-order");
    }
}
