using System.Net;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Club;

/// <summary>The 5,000-point gift for 1,000 after a single receipt of 480, which is a price of the catalogue.</summary>
[Trait("Req", "PH-02")]
public sealed class PrivilegeTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    [Fact]
    public async Task One_receipt_of_480_opens_the_gift_for_gold_members_with_a_thousand_points()
    {
        var club = await OpenAsync();
        var (split, exact, near, poor, ordinary) = (
            await club.MemberAsync(1_000, "gold"), await club.MemberAsync(520, "gold"), await club.MemberAsync(1_000, "gold"),
            await club.MemberAsync(420, "gold"), await club.MemberAsync(1_000));
        await club.BuyAsync(split, 300);
        await club.BuyAsync(split, 200);
        await club.BuyAsync(exact, 480);
        await club.BuyAsync(near, 479.99m);
        await club.BuyAsync(poor, 480);
        await club.BuyAsync(ordinary, 480);

        (await GiftOf(club, split)).GetProperty("isOpen").GetBoolean().ShouldBeFalse();
        (await GiftOf(club, near)).GetProperty("largestReceipt").GetDecimal().ShouldBe(479.99m);
        (await GiftOf(club, poor)).GetProperty("pointsMissing").GetInt64().ShouldBe(100);
        (await club.StandingAsync(ordinary)).GetProperty("receiptGifts").GetArrayLength().ShouldBe(0);
        (await GiftOf(club, exact)).GetProperty("isOpen").GetBoolean().ShouldBeTrue();
        foreach (var refused in new[] { split, near, poor, ordinary })
            using (var no = await club.TryRedeemAsync(refused, "gift"))
                (await ClubChain.CodeOf(no)).ShouldBe("redemption.too-few-points");
        using (var yes = await club.TryRedeemAsync(exact, "gift")) yes.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await club.PointsAsync(exact)).ShouldBe(0);
        (await GiftOf(club, exact)).GetProperty("isOpen").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_refund_below_480_closes_the_gift_again()
    {
        var club = await OpenAsync();
        var member = await club.MemberAsync(1_000, "gold");
        var receipt = await club.BuyAsync(member, 480);
        using (var yes = await club.TryRedeemAsync(member, "gift")) yes.StatusCode.ShouldBe(HttpStatusCode.OK);

        var refund = await club.RefundAsync(receipt, 0.01m);

        refund.GetProperty("undone").EnumerateArray().Select(l => l.GetProperty("kind").GetString()).ShouldContain("order");
        (await GiftOf(club, member)).GetProperty("isOpen").GetBoolean().ShouldBeFalse();
        (await club.PointsAsync(member)).ShouldBe(1_479);
    }

    [Fact]
    public async Task The_receipt_that_makes_gold_opens_the_gift_at_once()
    {
        var club = await OpenAsync(new { code = "receipt-480", points = 1_000, condition = "pharmacy.gold-card", receiptOfToday = 480 });
        for (var i = 0; i < 5; i++)
        {
            var member = await club.MemberAsync();
            // Nobody waits for the card to be written: the customer stands at the till.
            await club.BuyAsync(member, 1_200);

            (await club.StandingAsync(member)).GetProperty("hasGold").GetBoolean().ShouldBeTrue();
            (await GiftOf(club, member)).GetProperty("isOpen").GetBoolean().ShouldBeTrue();
            using var yes = await club.TryRedeemAsync(member, "gift");
            yes.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var near = await club.MemberAsync();
        await club.BuyAsync(near, 1_199);
        (await club.StandingAsync(near)).GetProperty("receiptGifts").GetArrayLength().ShouldBe(0);
        using var no = await club.TryRedeemAsync(near, "gift");
        (await ClubChain.CodeOf(no)).ShouldBe("redemption.too-few-points");
    }

    private async Task<ClubChain> OpenAsync(object? price = null)
    {
        var club = await ClubChain.OpenAsync(fixture);
        await club.RewardAsync("gift", new
        {
            name = ClubChain.Name("大礼"),
            kind = "goods",
            article = "present-1",
            points = 5_000,
            prices = new[]
            {
                price ?? new { code = "receipt-480", points = 1_000, tiers = new[] { "gold", "diamond" }, receiptOfToday = 480 },
            },
        });
        await club.OfferAsync("all", "2020-01-01", "2099-12-31", "gift");
        return club;
    }

    private static async Task<System.Text.Json.JsonElement> GiftOf(ClubChain club, string member) =>
        (await club.StandingAsync(member)).GetProperty("receiptGifts")[0];
}
