using RetailMember.Apparel.Tests.Shop;

namespace RetailMember.Apparel.Tests.Ladder;

public sealed class UnmergedLadderTestsOnSqlite(ApparelOnSqlite host) : UnmergedLadderTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class UnmergedLadderTestsOnPostgres(ApparelOnPostgres host)
    : UnmergedLadderTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>The ladder of two members who were taken for one.</summary>
public abstract class UnmergedLadderTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-02"), Trait("Req", "CORE-49")]
    public async Task Two_who_are_two_again_keep_the_rungs_that_each_has_reached_alone()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.BuyAsync(stays, 1_100);
        (await shop.ClimbedAsync(stays, 1_100)).ShouldBe([(1_000, "waiting")]);
        await shop.BuyAsync(goes, 1_200);
        (await shop.ClimbedAsync(goes, 1_200)).ShouldBe([(1_000, "waiting")]);
        var merge = (await shop.PostAsync(
                "membership/merges", new { key = "u-" + goes, survivor = stays, duplicate = goes, reason = "same person" }))
            .GetProperty("merge").GetString();
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(stays)).Count == 3);
        await shop.ClaimAsync(stays, 2_000);
        (await VouchersAsync(shop, stays)).ShouldBe(["clothes-150"]);
        // The month of March can be claimed no more.
        await shop.OnAsync("2026-04-20");

        await shop.PostAsync($"membership/merges/{merge}/reversal", new { reason = "two after all" });

        await Clothes.UntilAsync(async () =>
            (await shop.RungsAsync(stays)).All(r => r.Points != 2_000 || r.State == "takenBack"));
        (await VouchersAsync(shop, stays)).ShouldBeEmpty();
        (await shop.RungsAsync(goes)).ShouldBe([(1_000, "lost")]);
    }

    private static async Task<IReadOnlyList<string?>> VouchersAsync(Clothes shop, string member) =>
    [
        .. (await shop.PostAsync("redemption/vouchers/search", new { member })).GetProperty("items").EnumerateArray()
            .Select(v => v.GetProperty("definition").GetString()),
    ];
}
