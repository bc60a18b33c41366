using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Club;

public sealed class CardRulesTestsOnSqlite : CardRulesTests
{
    protected override HostFixture Hosts() => new ClubOnSqlite();
}

public sealed class CardRulesTestsOnPostgres : CardRulesTests
{
    protected override HostFixture Hosts() => new ClubOnPostgres();
}

/// <summary>Cards under rules that change, of many members, and of two members who are one.</summary>
public abstract class CardRulesTests
{
    private static readonly object[] Examples = [new { asks = "topUp", points = 1_400, gives = 100 }];

    protected abstract HostFixture Hosts();

    [Fact, Trait("Req", "PH-01"), Trait("Req", "PH-05"), Trait("Req", "PH-12")]
    public async Task Rules_that_ask_for_more_take_no_card_and_judge_only_what_is_bought_under_them()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (gold, diamond) = (await club.MemberAsync(), await club.MemberAsync());
        var (late, newcomer) = (await club.MemberAsync(), await club.MemberAsync());
        var march = await club.BuyAsync(gold, 1_250, at: "2025-03-10T12:00:00");
        await club.BuyAsync(diamond, 5_000);
        await club.SettleAsync();
        await club.PutAsync(
            "pharmacy/rules/draft",
            new { terms = new { gold = new { quarterPoints = 1_500 }, diamond = new { yearPoints = 9_000 }, examples = Examples } });
        await club.PostAsync("pharmacy/rules/activation", new { effectiveFrom = "2025-07-01T00:00:00" });

        await club.MoveToAsync(new DateTime(2025, 7, 2, 2, 0, 0, DateTimeKind.Utc));
        await club.BuyAsync(gold, 10);
        await club.BuyAsync(diamond, 10);
        await club.BuyAsync(late, 1_250, at: "2025-06-20T12:00:00");
        await club.BuyAsync(newcomer, 1_250);
        await club.SettleAsync(1_500);

        (await TiersAsync(club, gold, diamond, late, newcomer)).ShouldBe(["gold", "diamond", "gold", "standard"]);

        // Fifty points less are still what the card was given for; another fifty are not.
        await club.RefundAsync(march, 50);
        (await club.TierAsync(gold)).ShouldBe("gold");
        (await club.RefundAsync(march, 50)).GetProperty("undone").EnumerateArray()
            .Select(l => l.GetProperty("kind").GetString()).ShouldContain("club-card");
        (await club.TierAsync(gold)).ShouldBe("standard");
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-01")]
    public async Task A_night_looks_at_those_alone_who_have_the_points_and_no_card()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        await club.PutAsync(
            "pharmacy/rules/draft", new { terms = new { gold = new { lastQuarterCountsForNextYear = true }, examples = Examples } });
        await club.PostAsync("pharmacy/rules/activation", new { });
        await club.MoveToAsync(new DateTime(2025, 12, 20, 2, 0, 0, DateTimeKind.Utc));
        string[] spring = [await club.MemberAsync(), await club.MemberAsync(), await club.MemberAsync()];
        foreach (var member in spring) await club.BuyAsync(member, 1_200, at: "2025-05-02T12:00:00");
        var winter = await club.MemberAsync();
        await club.BuyAsync(winter, 1_200);
        await club.SettleAsync();
        await club.MoveToAsync(new DateTime(2026, 1, 1, 2, 0, 0, DateTimeKind.Utc));
        await club.PostAsync("membership/tier-reviews", new { });

        (await club.PostAsync("pharmacy/cards/judgement", new { size = 2 })).GetProperty("judged").GetInt64().ShouldBe(2);
        (await club.PostAsync("pharmacy/cards/judgement", new { })).GetProperty("judged").GetInt64().ShouldBe(0);

        (await TiersAsync(club, [.. spring, winter])).ShouldBe(["standard", "standard", "standard", "gold"]);
    }

    [Fact, Trait("Req", "PH-01"), Trait("Req", "CORE-14")]
    public async Task Two_who_are_one_have_the_card_that_both_have_earned_together()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (survivor, duplicate) = (await club.MemberAsync(), await club.MemberAsync());
        await club.BuyAsync(survivor, 700);
        await club.BuyAsync(duplicate, 600);
        await club.SettleAsync();
        (await club.TierAsync(survivor)).ShouldBe("standard");

        await club.PostAsync("membership/merges", new { key = ClubChain.Key(), survivor, duplicate, reason = "same person" });

        await club.UntilGoldAsync(survivor);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-01"), Trait("Req", "CORE-14")]
    public async Task Two_who_are_two_again_have_each_the_cards_that_he_has_earned_alone()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (survivor, duplicate) = (await club.MemberAsync(), await club.MemberAsync());
        var (other, late) = (await club.MemberAsync(), await club.MemberAsync());
        await club.BuyAsync(survivor, 700);
        await club.BuyAsync(duplicate, 600);
        await club.BuyAsync(other, 1_100);
        await club.BuyAsync(late, 100);
        var (first, second) = (await MergeAsync(club, survivor, duplicate), await MergeAsync(club, other, late));
        await club.UntilGoldAsync(survivor);
        await club.UntilGoldAsync(other);
        // What he buys after the merge is his own.
        await club.BuyAsync(other, 100);

        // They are judged in the order in which they are undone: once the last one's card has gone, so are all.
        foreach (var merge in (string[])[second, first])
            await club.PostAsync($"membership/merges/{merge}/reversal", new { reason = "two after all" });
        await club.UntilAsync(survivor, "standard");

        (await TiersAsync(club, survivor, duplicate, other, late)).ShouldBe(["standard", "standard", "gold", "standard"]);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    private static async Task<string> MergeAsync(ClubChain club, string survivor, string duplicate) =>
        (await club.PostAsync("membership/merges", new { key = ClubChain.Key(), survivor, duplicate, reason = "same person" }))
        .GetProperty("merge").GetString()!;

    private static async Task<string?[]> TiersAsync(ClubChain club, params string[] members) =>
        await Task.WhenAll(members.Select(club.TierAsync));
}
