using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Behaviours;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Behaviours;

public sealed class BehaviourTestsOnSqlite(SqliteShop shop) : BehaviourTests(shop), IClassFixture<SqliteShop>;

public sealed class BehaviourTestsOnPostgres(PostgresShop shop) : BehaviourTests(shop), IClassFixture<PostgresShop>;

public abstract class BehaviourTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-11")]
    public async Task Sharing_a_poster_is_worth_50_points_once_a_day()
    {
        var terms = SharePoster();
        var campaign = await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();

        (await shop.Do(Did(terms.Behaviour!, member))).Points.ShouldBe(50);
        (await shop.RefusalOf(Did(terms.Behaviour!, member))).ShouldBe("campaigns.cap-reached");

        (await shop.PointsAsync(member)).ShouldBe(50);
        var view = await shop.ViewAsync(campaign);
        (view.SpentPoints, view.SpentAwards).ShouldBe((50, 1));
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task The_next_day_counts_again_up_to_the_cap_of_the_month()
    {
        var terms = SharePoster() with { Caps = [new(CapPeriod.Day, 1), new(CapPeriod.Month, 2)] };
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();
        try
        {
            foreach (var day in (string[])["2026-04-01", "2026-04-02"])
            {
                shop.Clock.Set(day);
                await shop.Do(Did(terms.Behaviour!, member));
            }

            shop.Clock.Set("2026-04-30");
            (await shop.RefusalOf(Did(terms.Behaviour!, member))).ShouldBe("campaigns.cap-reached");
            shop.Clock.Set("2026-05-01");
            await shop.Do(Did(terms.Behaviour!, member));
            (await shop.PointsAsync(member)).ShouldBe(150);
        }
        finally
        {
            shop.Clock.Set("2026-03-02");
        }
    }

    [Fact, Trait("Req", "CORE-48")]
    public async Task An_award_tells_its_campaign_version_and_inputs_and_lives_as_long_as_points_earned()
    {
        var terms = SharePoster();
        var campaign = await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();
        await shop.Do(Did(terms.Behaviour!, member));

        var entry = (await shop.InTables(t => t.GetRequiredService<ILedger>()
            .ReadEntriesAsync(member.Id, MembershipUnits.Points, null, 1))).Single();
        var lot = (await shop.InTables(t => t.GetRequiredService<ILedger>().ReadLotsAsync(member.Id, MembershipUnits.Points))).Single();
        var why = (await shop.Do(new ExplainPosting.Input(member.MemberNo, entry.Id))).Why.ShouldHaveSingleItem();

        (entry.Kind, entry.Reason.Rule, entry.Reason.RuleVersion).ShouldBe((PostingKind.Earn, campaign, 1));
        (lot.StartsOn, lot.ExpiresOn).ShouldBe((Day("2026-03-02"), Day("2027-03-01")));
        why.Words.ShouldContain(campaign);
        why.Words.ShouldContain(terms.Behaviour!);
        (await ReadAsync()).AwardTitle.ShouldBe("互动奖励");
        await shop.Do(new RevokeAward.Input((await shop.AwardsAsync(member)).Single().Award, "mistake"));
        (await ReadAsync()).AwardTitle.ShouldBe("奖励收回");

        async Task<PostingView> ReadAsync() =>
            (await shop.Do(new ReadLedger.Input { Member = member.MemberNo, Size = 1 })).Items.Single();
    }

    [Fact, Trait("Req", "CORE-12")]
    public async Task Staff_rewards_what_a_member_has_written_with_reason_and_operator()
    {
        var campaign = await shop.CampaignAsync(Terms(CampaignKind.Content, new Prize { Points = 200 }) with
        {
            Examples = [new CampaignExample("a post", new CampaignCase { On = Day("2026-03-02") }, new ExampleResult(true, 200))],
        });
        var member = await shop.MemberAsync();
        var clerk = Shop.Shop.Person("clerk", CampaignsPermissions.AwardContent);
        AwardContent.Input Post(long? points) => new()
        {
            Key = Key(),
            Campaign = campaign,
            Member = member.MemberNo,
            Points = points,
            Reason = "experience",
            Note = "https://example.org/1",
        };

        (await shop.Do(Post(120), caller: clerk)).Points.ShouldBe(120);
        (await shop.RefusalOf(Post(201), caller: clerk)).ShouldBe("campaigns.more-than-prize");
        (await shop.RefusalOf(Post(1), caller: Shop.Shop.Person("guest"))).ShouldBe("permission.denied");
        (await shop.RefusalOf(Post(1) with { Reason = "because" }, caller: clerk)).ShouldBe("campaigns.unknown-reason");

        var award = (await shop.AwardsAsync(member)).ShouldHaveSingleItem();
        (award.Subject, award.Note, award.Operator, award.Points).ShouldBe(("experience", "https://example.org/1", "clerk", 120));
        (await shop.PointsAsync(member)).ShouldBe(120);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_key_is_one_for_each_kind_and_never_answers_for_another_member()
    {
        var terms = SharePoster();
        await shop.CampaignAsync(terms);
        var content = await shop.CampaignAsync(Terms(CampaignKind.Content, new Prize { Points = 200 }) with
        {
            Examples = [new CampaignExample("a post", new CampaignCase { On = Day("2026-03-02") }, new ExampleResult(true, 200))],
        });
        var (one, other, key) = (await shop.MemberAsync(), await shop.MemberAsync(), Key());
        await shop.Do(Did(terms.Behaviour!, one, key));

        var wrote = await shop.Do(new AwardContent.Input
        {
            Key = key, Campaign = content, StoreCode = "s1", Member = other.MemberNo, Reason = "review",
        });

        (wrote.MemberNo, wrote.Campaign, wrote.Points).ShouldBe((other.MemberNo, content, 200));
        var clerk = Shop.Shop.Person("another", CampaignsPermissions.AwardBehaviours);
        (await shop.TryDo(Did(terms.Behaviour!, other, key), caller: clerk)).Accepted.ShouldBeFalse();
        (await shop.PointsAsync(other)).ShouldBe(200);
    }

    [Fact, Trait("Req", "CORE-11"), Trait("Req", "CORE-18")]
    public async Task What_a_member_does_counts_as_taking_part_until_it_is_taken_back()
    {
        var terms = SharePoster();
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();

        var first = await shop.Do(Did(terms.Behaviour!, member));
        (await shop.TakenPartAsync(member)).ShouldBe(1);
        await shop.Do(new RevokeAward.Input(first.Award, "mistake"));

        (await shop.TakenPartAsync(member)).ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_key_sent_twenty_times_rewards_once()
    {
        var terms = SharePoster() with { Caps = [new(CapPeriod.Day, 100)] };
        terms = terms with { Examples = [terms.Examples[0]] };
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();
        var did = Did(terms.Behaviour!, member);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(did)));

        outcomes.ShouldAllBe(o => o.Accepted);
        outcomes.Select(o => o.Value.Award).Distinct().Count().ShouldBe(1);
        (await shop.PointsAsync(member)).ShouldBe(50);
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task A_member_who_shares_at_twenty_places_at_once_is_rewarded_once()
    {
        var terms = SharePoster();
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Did(terms.Behaviour!, member))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "campaigns.cap-reached");
        (await shop.PointsAsync(member)).ShouldBe(50);
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task Vouchers_come_with_the_points_and_both_go_back_when_the_award_is_taken_back()
    {
        var voucher = await shop.FiveYuanAsync();
        var terms = SharePoster() with { Prize = new Prize { Points = 50, Vouchers = [voucher], TierCode = "silver", Growth = 10 } };
        terms = terms with
        {
            Examples = [new CampaignExample("once", new CampaignCase { On = Day("2026-03-02") }, new ExampleResult(true, 50, 0, "silver"))],
        };
        var campaign = await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();

        var given = await shop.Do(Did(terms.Behaviour!, member));
        (given.Points, given.TierCode, given.VoucherCount).ShouldBe((50, "silver", 1));
        (await shop.VouchersAsync(member)).Count.ShouldBe(1);

        var taken = await shop.Do(new RevokeAward.Input(given.Award, "mistake"));

        (taken.PointsTaken, taken.VouchersTaken).ShouldBe((50, 1));
        (await shop.VouchersAsync(member)).ShouldBeEmpty();
        (await shop.PointsAsync(member)).ShouldBe(0);
        (await shop.AgainAsync(member)).Tier.ShouldBe(member.Tier);
        var view = await shop.ViewAsync(campaign);
        (view.SpentPoints, view.SpentAwards).ShouldBe((0, 0));
        (await shop.RefusalOf(new RevokeAward.Input(given.Award, "mistake"))).ShouldBe("campaigns.award-revoked");
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task An_award_that_staff_took_back_counts_as_had_that_day()
    {
        var terms = SharePoster();
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();
        var given = await shop.Do(Did(terms.Behaviour!, member));

        await shop.Do(new RevokeAward.Input(given.Award, "refund"));

        (await shop.RefusalOf(Did(terms.Behaviour!, member))).ShouldBe("campaigns.cap-reached");
        (await shop.PointsAsync(member)).ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-11")]
    public async Task Who_has_left_gets_nothing()
    {
        var terms = SharePoster();
        await shop.CampaignAsync(terms);
        var member = await shop.MemberAsync();
        await shop.Do(new CloseMember.Input(member.MemberNo, "moved"));

        (await shop.RefusalOf(Did(terms.Behaviour!, member))).ShouldBe("membership.member-not-active");
    }
}
