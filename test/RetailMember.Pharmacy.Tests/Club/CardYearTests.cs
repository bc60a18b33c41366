using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Club;

public sealed class CardYearTestsOnSqlite : CardYearTests
{
    protected override HostFixture Hosts() => new ClubOnSqlite();
}

public sealed class CardYearTestsOnPostgres : CardYearTests
{
    protected override HostFixture Hosts() => new ClubOnPostgres();
}

/// <summary>Cards of a year end with it: who had them, has to reach them anew.</summary>
public abstract class CardYearTests
{
    protected abstract HostFixture Hosts();

    [Fact, Trait("Req", "PH-01"), Trait("Req", "PH-03"), Trait("Req", "PH-05")]
    public async Task Gold_and_diamond_end_on_31_december_and_are_reached_anew_in_the_new_year()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (gold, diamond) = (await club.MemberAsync(), await club.MemberAsync());
        await club.BuyAsync(gold, 1_400);
        await club.BuyAsync(diamond, 5_000);
        await club.SettleAsync();
        (await TiersAsync(club, gold, diamond)).ShouldBe(["gold", "diamond"]);

        await ReviewOnAsync(club, new DateTime(2025, 12, 31, 15, 30, 0, DateTimeKind.Utc));
        (await TiersAsync(club, gold, diamond)).ShouldBe(["gold", "diamond"]);
        await ReviewOnAsync(club, new DateTime(2025, 12, 31, 16, 30, 0, DateTimeKind.Utc));
        (await TiersAsync(club, gold, diamond)).ShouldBe(["standard", "standard"]);

        await club.MoveToAsync(new DateTime(2026, 1, 18, 2, 0, 0, DateTimeKind.Utc));
        (await club.TopUpAsync(gold)).GetProperty("state").GetString().ShouldBe("notGold");
        await club.BuyAsync(gold, 1_200);
        await club.BuyAsync(diamond, 1_199);
        await club.SettleAsync();

        (await TiersAsync(club, gold, diamond)).ShouldBe(["gold", "standard"]);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-01")]
    public async Task Gold_of_december_lives_on_only_where_the_brand_says_so()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var (literal, lasting) = (await ClubChain.OpenAsync(hosts), await ClubChain.OpenAsync(hosts));
        await lasting.PutAsync(
            "pharmacy/rules/draft", new { terms = new { gold = new { lastQuarterCountsForNextYear = true }, examples = Examples } });
        await lasting.PostAsync("pharmacy/rules/activation", new { });
        var members = new List<(ClubChain Club, string Member, string After)>();
        foreach (var (club, after) in new[] { (literal, "standard"), (lasting, "gold") })
        {
            await club.MoveToAsync(new DateTime(2025, 12, 20, 2, 0, 0, DateTimeKind.Utc));
            var member = await club.MemberAsync();
            await club.BuyAsync(member, 1_200);
            await club.SettleAsync();
            (await club.TierAsync(member)).ShouldBe("gold");
            members.Add((club, member, after));
        }

        foreach (var (club, member, after) in members)
        {
            await RenewOnAsync(club, new DateTime(2026, 1, 1, 2, 0, 0, DateTimeKind.Utc));
            (await club.TierAsync(member)).ShouldBe(after);
        }

        foreach (var (club, member, _) in members)
        {
            await RenewOnAsync(club, new DateTime(2027, 1, 1, 2, 0, 0, DateTimeKind.Utc));
            (await club.TierAsync(member)).ShouldBe("standard");
        }
    }

    private static object[] Examples => [new { asks = "topUp", points = 1_400, gives = 100 }];

    private static async Task RenewOnAsync(ClubChain club, DateTime utc)
    {
        await ReviewOnAsync(club, utc);
        await club.PostAsync("pharmacy/cards/judgement", new { });
    }

    private static async Task ReviewOnAsync(ClubChain club, DateTime utc)
    {
        await club.MoveToAsync(utc);
        await club.PostAsync("membership/tier-reviews", new { });
    }

    private static async Task<string?[]> TiersAsync(ClubChain club, params string[] members) =>
        await Task.WhenAll(members.Select(club.TierAsync));
}
