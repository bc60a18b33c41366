using System.Net;

namespace RetailMember.Pharmacy.Tests.Club;

/// <summary>What the catalogue and the programme do for the club by data alone, on 18 June 2025.</summary>
public sealed class MagazineTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    [Fact, Trait("Req", "PH-07")]
    public async Task The_latest_issue_costs_a_hundred_points_once_and_the_one_before_is_not_to_be_had()
    {
        var club = await ClubChain.OpenAsync(fixture);
        foreach (var issue in new[] { "issue-2025-05", "issue-2025-06" })
            await club.RewardAsync(issue, new
            {
                name = ClubChain.Name("家庭医生"), kind = "goods", article = issue, points = 100,
                limits = new[] { new { period = "ever", most = 1 } },
            });
        await club.OfferAsync("june", "2025-06-01", "2025-06-30", "issue-2025-06");
        var member = await club.MemberAsync(350);

        using (var latest = await club.TryRedeemAsync(member, "issue-2025-06")) latest.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var second = await club.TryRedeemAsync(member, "issue-2025-06"))
            (await ClubChain.CodeOf(second)).ShouldBe("redemption.reward-limit-reached");
        using (var before = await club.TryRedeemAsync(member, "issue-2025-05"))
            (await ClubChain.CodeOf(before)).ShouldBe("redemption.reward-not-offered");

        (await club.PointsAsync(member)).ShouldBe(250);
    }

    [Fact, Trait("Req", "PH-11")]
    public async Task Points_of_years_ago_buy_in_any_later_round()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync();
        await club.BuyAsync(member, 900, at: "2023-05-02T12:00:00");
        await club.RewardAsync("gift", new { name = ClubChain.Name("礼品"), kind = "goods", article = "present-1", points = 900 });
        await club.OfferAsync("round-2025", "2025-06-01", "2025-06-30", "gift");

        using (var taken = await club.TryRedeemAsync(member, "gift")) taken.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await club.PointsAsync(member)).ShouldBe(0);
    }
}
