using RetailMember.Apparel.Tests.Shop;

namespace RetailMember.Apparel.Tests.Ladder;

public sealed class MergedLadderTestsOnSqlite(ApparelOnSqlite host) : MergedLadderTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class MergedLadderTestsOnPostgres(ApparelOnPostgres host) : MergedLadderTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>The ladder of two members who are one.</summary>
public abstract class MergedLadderTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-02"), Trait("Req", "CORE-14")]
    public async Task What_both_have_bought_in_a_month_reaches_its_rungs_together_while_they_can_be_claimed()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        foreach (var member in (string[])[stays, goes])
        {
            await shop.BuyAsync(member, 600);
            (await shop.ClimbedAsync(member, 600)).ShouldBeEmpty();
        }

        await shop.OnAsync("2026-04-02");
        await shop.PostAsync(
            "membership/merges", new { key = "l-" + goes, survivor = stays, duplicate = goes, reason = "same person" });

        await Clothes.UntilAsync(async () => (await shop.RungsAsync(stays)).Count > 0);
        (await shop.RungsAsync(stays)).ShouldBe([(1_000, "waiting")]);
        await shop.ClaimAsync(stays, 1_000);
        var vouchers = (await shop.PostAsync("redemption/vouchers/search", new { member = stays })).GetProperty("items");
        vouchers.EnumerateArray().Select(v => v.GetProperty("definition").GetString()).ShouldBe(["clothes-50"]);
    }
}
