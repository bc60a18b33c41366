using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Texts;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Referrals;

public sealed class LeaderboardTestsOnSqlite(SqliteShop shop) : LeaderboardTests(shop), IClassFixture<SqliteShop>;

public sealed class LeaderboardTestsOnPostgres(PostgresShop shop) : LeaderboardTests(shop), IClassFixture<PostgresShop>;

/// <summary>CORE-05: the first ten of a month by successful referrals get a free trial of a new product.</summary>
public abstract class LeaderboardTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-05"), Trait("Req", "RD-09")]
    public async Task Of_twelve_referrers_ten_win_and_of_equals_who_reached_the_count_first()
    {
        var benefit = await TrialAsync();
        var referrals = await shop.CampaignAsync(await PointsAloneAsync());
        var board = await shop.CampaignAsync(Board(benefit));
        var (late, early) = (await shop.MemberAsync(), await shop.MemberAsync());
        var better = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => shop.MemberAsync()));
        var least = await shop.MemberAsync();
        foreach (var one in better) await BringAsync(one, 5, "2026-04-05");
        await BringAsync(late, 3, "2026-04-06");
        await BringAsync(early, 4, "2026-04-12");
        await BringAsync(late, 1, "2026-04-20");
        await BringAsync(least, 1, "2026-04-01");

        var ranking = (await shop.Do(new ReadLeaderboard.Input(Day("2026-04-30"), 12))).Ranking;
        ranking.Skip(9).Select(r => (r.Rank, r.MemberNo, r.ReferralCount)).ShouldBe(
            [(10, early.MemberNo, 4), (11, late.MemberNo, 4), (12, least.MemberNo, 1)]);
        (await shop.Do(new CloseLeaderboards.Input())).AwardCount.ShouldBe(0, "The month is not over.");

        shop.Clock.Set("2026-05-01");
        var closed = await shop.Do(new CloseLeaderboards.Input());

        closed.AwardCount.ShouldBe(10);
        (await EntitledAsync(early, benefit)).ShouldBe(1);
        (await EntitledAsync(late, benefit)).ShouldBe(0);
        (await shop.AwardsAsync(early)).First(a => a.Campaign == board).Subject.ShouldBe("2026-04 #10");
        (await shop.Do(new CloseLeaderboards.Input())).AwardCount.ShouldBe(0);
        foreach (var campaign in (string[])[referrals, board]) await shop.Do(new EndCampaign.Input(campaign));
    }

    [Fact, Trait("Req", "CORE-05")]
    public async Task A_month_stays_open_while_a_prize_is_gone_and_places_go_to_whoever_may_win()
    {
        var referrals = await shop.CampaignAsync(await PointsAloneAsync());
        var board = await shop.CampaignAsync(Terms(CampaignKind.Leaderboard, new Prize { Points = 20, TierCode = "gold" }) with
        {
            From = Day("2026-07-01"),
            Places = 2,
            Examples =
            [
                new CampaignExample(
                    "second", new CampaignCase { On = Day("2026-07-31"), Rank = 2 }, new ExampleResult(true, 20, 0, "gold")),
            ],
        });
        MemberSummary[] best = [await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync()];
        for (var i = 0; i < best.Length; i++) await BringAsync(best[i], 4 - i, "2026-07-05");
        await shop.Do(new CloseMember.Input(best[0].MemberNo, "test"));
        await shop.RaisesToAsync(board, "amber");
        shop.Clock.Set("2026-08-01");

        var tried = await shop.Do(new CloseLeaderboards.Input());

        tried.LeftOpen.ShouldBe([new CloseLeaderboardMonth.Result(board, Day("2026-07-01"), 0, AwardRefusals.TierUnknown)]);
        (tried.MonthCount, tried.AwardCount).ShouldBe((0, 0));
        (await shop.ViewAsync(board)).RefusedWhy.ShouldBe(AwardRefusals.TierUnknown);
        await shop.RaisesToAsync(board, "gold");
        var closed = await shop.Do(new CloseLeaderboards.Input());

        (closed.MonthCount, closed.AwardCount, closed.LeftOpen.Count).ShouldBe((1, 2, 0));
        (await PlaceAsync(best[1])).ShouldBe(["2026-07 #1"]);
        (await PlaceAsync(best[2])).ShouldBe(["2026-07 #2"]);
        (await PlaceAsync(best[3])).ShouldBeEmpty();
        foreach (var campaign in (string[])[referrals, board]) await shop.Do(new EndCampaign.Input(campaign));

        async Task<IEnumerable<string?>> PlaceAsync(MemberSummary member) =>
            (await shop.AwardsAsync(member)).Where(a => a.Campaign == board).Select(a => a.Subject);
    }

    private static CampaignTerms Board(string benefit) =>
        Terms(CampaignKind.Leaderboard, new Prize { Benefit = benefit, BenefitDays = 30 }) with
        {
            From = Day("2026-04-01"),
            Places = 10,
            Examples =
            [
                new CampaignExample("tenth", new CampaignCase { On = Day("2026-04-30"), Rank = 10 }, new ExampleResult(true)),
                new CampaignExample("eleventh", new CampaignCase { On = Day("2026-04-30"), Rank = 11 }, new ExampleResult(false)),
            ],
        };

    private static Task<CampaignTerms> PointsAloneAsync() => Task.FromResult(
        Terms(CampaignKind.Referral, new Prize { Points = 50 }) with
        {
            FriendPrize = new Prize { Points = 50 },
            Trigger = ReferralTrigger.OnEnrol,
            Examples = [new CampaignExample("a card", new CampaignCase { On = Day("2026-04-01") }, new ExampleResult(true, 50, 50))],
        });

    private async Task BringAsync(MemberSummary referrer, int friends, string day)
    {
        shop.Clock.Set(day);
        var code = await shop.CodeAsync(referrer);
        for (var i = 0; i < friends; i++) await shop.BringAsync(code);
    }

    private async Task<string> TrialAsync()
    {
        var code = "b" + Key();
        await shop.Do(new EditBenefit.Input(code, new BenefitTerms
        {
            Name = new LocalName("免费体验新品", "Free new-product trial"),
            Shares = [new BenefitShare { Granted = true, Most = 1 }],
        }));
        return code;
    }

    private async Task<long> EntitledAsync(MemberSummary member, string benefit) =>
        (await shop.Do(new FindMemberBenefits.Input(member.MemberNo)))
        .Benefits.Where(b => b.Benefit == benefit).Sum(b => b.Left ?? 0);
}
