using System.Net;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Rankings;

public sealed class PrizeTestsOnSqlite : PrizeTests
{
    protected override HostFixture Hosts() => new ClubOnSqlite();
}

public sealed class PrizeTestsOnPostgres : PrizeTests
{
    protected override HostFixture Hosts() => new ClubOnPostgres();
}

/// <summary>The prize of the quarter's best is lost for nobody.</summary>
[Trait("Req", "PH-04")]
public abstract class PrizeTests
{
    private const string Q2 = "pharmacy/rankings/2025/2";
    private static readonly DateTime Due = new(2025, 7, 8, 2, 0, 0, DateTimeKind.Utc);

    private static object[] Examples => [new { asks = "topUp", points = 1_400, gives = 100 }];

    protected abstract HostFixture Hosts();

    [Fact]
    public async Task Nothing_is_published_while_the_prize_cannot_be_given_and_other_rules_mend_it()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var (club, winners) = await FrozenAsync(hosts, most: null);
        await club.PostAsync("redemption/voucher-definitions/prize/end", new { });

        using (var refused = await club.TryPostAsync(Q2 + "/publication", new { }))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await ClubChain.CodeOf(refused)).ShouldBe("pharmacy.ranking-prize-ended");
        }

        (await club.GetAsync(Q2)).TryGetProperty("publishedAt", out _).ShouldBeFalse();
        await VoucherAsync(club, "instead", most: null);
        await RuleAsync(club, "instead");

        (await PublishAsync(club)).ShouldBe((2, 0));
        foreach (var winner in winners) (await VouchersAsync(club, winner)).ShouldBe(["instead"]);
        (await PublishAsync(club)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Who_could_not_be_given_it_is_told_of_and_given_it_later_and_nobody_twice()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var (club, winners) = await FrozenAsync(hosts, most: 1);
        await club.PostAsync(
            "redemption/vouchers", new { key = ClubChain.Key(), member = winners[0], definition = "prize", reason = "test" });

        (await PublishAsync(club)).ShouldBe((1, 1));
        var read = await club.GetAsync(Q2);
        read.GetProperty("withoutPrize").EnumerateArray().Select(r => r.GetInt32()).ShouldBe([1]);
        (await PublishAsync(club)).ShouldBe((0, 1));

        await club.PostAsync("redemption/voucher-definitions/prize/end", new { });
        await VoucherAsync(club, "instead", most: null);
        await RuleAsync(club, "instead");
        (await PublishAsync(club)).ShouldBe((1, 0));
        (await club.GetAsync(Q2)).GetProperty("withoutPrize").GetArrayLength().ShouldBe(0);
        (await VouchersAsync(club, winners[0])).Order().ShouldBe(["instead", "prize"]);
        (await VouchersAsync(club, winners[1])).ShouldBe(["prize"]);
    }

    [Fact]
    public async Task The_prize_is_that_of_the_rules_by_which_it_was_frozen_and_goes_to_who_stands_for_the_winner()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var (club, winners) = await FrozenAsync(hosts, most: null);
        var survivor = await club.MemberAsync();
        await club.PostAsync(
            "membership/merges", new { key = ClubChain.Key(), survivor, duplicate = winners[0], reason = "same person" });
        await VoucherAsync(club, "later", most: null);
        await RuleAsync(club, "later");

        (await PublishAsync(club)).ShouldBe((2, 0));

        (await VouchersAsync(club, survivor)).ShouldBe(["prize"]);
        (await VouchersAsync(club, winners[1])).ShouldBe(["prize"]);
        (await club.GetAsync(Q2)).GetProperty("places")[0].GetProperty("memberNo").GetString()
            .ShouldBe(Membership.MaskedNumber.Of(survivor));
        if (hosts is not ClubOnSqlite) return;
        (await (await club.PhoneAsync(survivor)).OpenAsync($"/m/{club.Brand.Code}/pharmacy")).ShouldContain("Your place: 1");
    }

    /// <summary>A ranking of two whose rules give the voucher <c>prize</c>.</summary>
    private static async Task<(ClubChain Club, string[] Winners)> FrozenAsync(HostFixture hosts, int? most)
    {
        var club = await ClubChain.OpenAsync(hosts);
        await VoucherAsync(club, "prize", most);
        await RuleAsync(club, "prize");
        string[] winners = [await club.MemberAsync(), await club.MemberAsync()];
        await club.BuyAsync(winners[0], 3_000);
        await club.BuyAsync(winners[1], 2_000);
        foreach (var winner in winners) await club.UntilGoldAsync(winner);
        await club.MoveToAsync(Due);
        (await club.PostAsync("pharmacy/rankings", new { })).GetProperty("places").GetInt32().ShouldBe(2);
        return (club, winners);
    }

    private static async Task VoucherAsync(ClubChain club, string code, int? most)
    {
        await club.PutAsync("redemption/voucher-definitions/" + code, new
        {
            terms = new { name = ClubChain.Name("奖品券"), amount = 10, validity = new { days = 90 }, mostPerMember = most },
        });
        await club.PostAsync($"redemption/voucher-definitions/{code}/activation", new { });
    }

    private static async Task RuleAsync(ClubChain club, string voucher)
    {
        await club.PutAsync("pharmacy/rules/draft", new { terms = new { ranking = new { voucher }, examples = Examples } });
        await club.PostAsync("pharmacy/rules/activation", new { });
    }

    private static async Task<(int Given, int Missing)> PublishAsync(ClubChain club)
    {
        var done = await club.PostAsync(Q2 + "/publication", new { });
        return (done.GetProperty("given").GetInt32(), done.GetProperty("missing").GetInt32());
    }

    private static async Task<string[]> VouchersAsync(ClubChain club, string member) =>
    [
        .. (await club.PostAsync("redemption/vouchers/search", new { member })).GetProperty("items").EnumerateArray()
            .Select(v => v.GetProperty("definition").GetString()!),
    ];
}
