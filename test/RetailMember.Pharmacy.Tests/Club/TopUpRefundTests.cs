using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Club;

public sealed class TopUpRefundTestsOnSqlite : TopUpRefundTests
{
    protected override HostFixture Hosts() => new ClubOnSqlite();
}

public sealed class TopUpRefundTestsOnPostgres : TopUpRefundTests
{
    protected override HostFixture Hosts() => new ClubOnPostgres();
}

/// <summary>What is left of member days once receipts from behind them are refunded; today, 18 June, is one.</summary>
[Trait("Req", "PH-03")]
public abstract class TopUpRefundTests
{
    protected abstract HostFixture Hosts();

    [Theory]
    // 1,900 are filled up to 2,000; 1,850 still are, by what was given and no more.
    [InlineData(1_850, 50, 100, 1_950)]
    // 5,600 are filled up to 6,000; 5,450 are not.
    [InlineData(5_450, 150, 400, 5_450)]
    // 1,950 are filled up to 2,000; 1,480 would have been to 1,500.
    [InlineData(1_480, 470, 50, 1_500)]
    public async Task A_refund_leaves_what_the_balance_without_its_receipt_is_filled_up_by(
        long before, long receipt, long given, long left)
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var member = await club.MemberAsync(before, "gold");
        var receiptNo = await club.BuyAsync(member, receipt);
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(given);

        await club.RefundAsync(receiptNo, receipt);

        (await club.PointsAsync(member)).ShouldBe(left);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_later_member_day_that_stood_on_a_corrected_one_is_corrected_as_well()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var member = await club.MemberAsync(1_350, "gold");
        var receipt = await club.BuyAsync(member, 50);
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);
        await club.MoveToAsync(new DateTime(2025, 7, 18, 2, 0, 0, DateTimeKind.Utc));
        await club.BuyAsync(member, 300);
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(200);
        (await club.PointsAsync(member)).ShouldBe(2_000);

        var refund = await club.RefundAsync(receipt, 50);

        // Without the receipt: 1,350 in June, 1,650 in July, and neither is filled up.
        (await club.PointsAsync(member)).ShouldBe(1_650);
        refund.GetProperty("undone").EnumerateArray().Where(l => l.GetProperty("kind").GetString() == "top-up")
            .Sum(l => l.GetProperty("points").GetInt64()).ShouldBe(300);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task What_a_campaign_had_given_for_the_receipt_stood_behind_the_balance_too()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        await club.CampaignAsync(points: 90);
        var member = await club.MemberAsync(1_750, "gold");
        var receipt = await club.BuyAsync(member, 60);
        await club.UntilPointsAsync(member, 1_900);
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);

        await club.RefundAsync(receipt, 60);

        (await club.PointsAsync(member)).ShouldBe(1_750);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Theory, Trait("Req", "PH-02")]
    // 1,880 are filled up to 2,000; the 2,400 of before the receipt are not.
    [InlineData(true, 120, 2_400)]
    // 2,880 are filled up to 3,000; what is spent afterwards and comes back was in that balance already.
    [InlineData(false, 120, 2_400)]
    public async Task What_a_gift_of_the_receipt_had_cost_and_gives_back_stood_behind_it_where_it_was_had_before(
        bool before, long given, long left)
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        await club.RewardAsync("gift", new
        {
            name = ClubChain.Name("大礼"),
            kind = "goods",
            article = "present-1",
            points = 5_000,
            prices = new[] { new { code = "receipt-480", points = 1_000, tiers = new[] { "gold", "diamond" }, receiptOfToday = 480 } },
        });
        await club.OfferAsync("all", "2020-01-01", "2099-12-31", "gift");
        var member = await club.MemberAsync(2_400, "gold");
        var receipt = await club.BuyAsync(member, 480);
        if (before) await HaveGiftAsync();
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(given);
        if (!before) await HaveGiftAsync();

        await club.RefundAsync(receipt, 480);

        (await club.PointsAsync(member)).ShouldBe(left);
        (await club.IsSoundAsync()).ShouldBeTrue();

        async Task HaveGiftAsync()
        {
            using var had = await club.TryRedeemAsync(member, "gift");
            had.EnsureSuccessStatusCode();
        }
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task After_a_merge_a_receipt_of_the_one_takes_nothing_of_what_the_other_was_filled_up_by_before()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (survivor, duplicate) = (await club.MemberAsync(1_400, "gold"), await club.MemberAsync());
        var receipt = await club.BuyAsync(duplicate, 500, at: "2025-06-10T12:00:00");
        (await club.TopUpAsync(survivor)).GetProperty("points").GetInt64().ShouldBe(100);
        await MergeInJulyAsync(club, survivor, duplicate);

        await club.RefundAsync(receipt, 500);

        (await club.PointsAsync(survivor)).ShouldBe(1_500);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "PH-05")]
    public async Task After_a_merge_the_duplicates_own_member_day_is_corrected_and_counts_although_both_had_the_same()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (survivor, duplicate) = (await club.MemberAsync(1_400, "gold"), await club.MemberAsync(1_350, "gold"));
        var receipt = await club.BuyAsync(duplicate, 50);
        foreach (var member in (string[])[survivor, duplicate])
            (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);
        await MergeInJulyAsync(club, survivor, duplicate);
        (await YearPointsAsync(club, survivor)).ShouldBe(250);

        await club.RefundAsync(receipt, 50);

        (await club.PointsAsync(survivor)).ShouldBe(1_500 + 1_350);
        (await YearPointsAsync(club, survivor)).ShouldBe(100);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task What_a_merge_had_brought_before_the_member_day_stood_behind_its_balance()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var (survivor, duplicate) = (await club.MemberAsync(1_350, "gold"), await club.MemberAsync());
        var receipt = await club.BuyAsync(duplicate, 50);
        await MergeInJulyAsync(club, survivor, duplicate);
        await club.MoveToAsync(new DateTime(2025, 7, 18, 2, 0, 0, DateTimeKind.Utc));
        (await club.TopUpAsync(survivor)).GetProperty("points").GetInt64().ShouldBe(100);

        await club.RefundAsync(receipt, 50);

        (await club.PointsAsync(survivor)).ShouldBe(1_350);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "PH-12")]
    public async Task A_member_day_is_corrected_by_the_rules_that_filled_up_and_not_by_those_of_the_receipt()
    {
        await using var hosts = Hosts();
        await hosts.InitializeAsync();
        var club = await ClubChain.OpenAsync(hosts);
        var member = await club.MemberAsync(1_350, "gold");
        var receipt = await club.BuyAsync(member, 50);
        var steps = new[] { new { from = 1_300, to = 1_500 } };
        var examples = new[] { new { asks = "topUp", points = 1_300, gives = 200 } };
        await club.PutAsync("pharmacy/rules/draft", new { terms = new { topUp = new { steps }, examples } });
        await club.PostAsync("pharmacy/rules/activation", new { effectiveFrom = "2025-07-01T00:00:00" });
        await club.MoveToAsync(new DateTime(2025, 7, 18, 2, 0, 0, DateTimeKind.Utc));
        (await club.TopUpAsync(member)).GetProperty("points").GetInt64().ShouldBe(100);

        await club.RefundAsync(receipt, 50);

        // 1,350 are filled up by the rules of July too, by no less than was given.
        (await club.PointsAsync(member)).ShouldBe(1_450);
        (await club.IsSoundAsync()).ShouldBeTrue();
    }

    private static async Task MergeInJulyAsync(ClubChain club, string survivor, string duplicate)
    {
        await club.MoveToAsync(new DateTime(2025, 7, 2, 2, 0, 0, DateTimeKind.Utc));
        await club.PostAsync("membership/merges", new { key = ClubChain.Key(), survivor, duplicate, reason = "same person" });
    }

    private static async Task<long> YearPointsAsync(ClubChain club, string member) =>
        (await club.StandingAsync(member)).GetProperty("cards").GetProperty("yearPoints").GetInt64();
}
