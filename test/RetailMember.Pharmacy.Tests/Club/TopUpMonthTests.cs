using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Club;

/// <summary>Member days of one month and the next, by rules that change between them.</summary>
[Trait("Req", "PH-03")]
public sealed class TopUpMonthTests
{
    [Fact, Trait("Req", "PH-12")]
    public async Task A_version_that_moves_the_day_fills_nobody_up_twice_in_a_month()
    {
        await using var hosts = new ClubOnSqlite();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var member = await club.MemberAsync(1_400, "gold");
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);
        await club.BuyAsync(member, 300);
        var examples = new[] { new { asks = "topUp", points = 1_800, gives = 200 } };
        await club.PutAsync("pharmacy/rules/draft", new { terms = new { topUp = new { dayOfMonth = 25 }, examples } });
        await club.PostAsync("pharmacy/rules/activation", new { effectiveFrom = "2025-06-20T00:00:00" });
        await club.MoveToAsync(new DateTime(2025, 6, 25, 2, 0, 0, DateTimeKind.Utc));

        (await club.TopUpAsync(member)).GetProperty("state").GetString().ShouldBe("filledBefore");

        (await club.StandingAsync(member)).GetProperty("memberDay").GetProperty("next").GetString().ShouldBe("2025-07-25");
        await club.MoveToAsync(new DateTime(2025, 7, 25, 2, 0, 0, DateTimeKind.Utc));
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(200);
    }
}
