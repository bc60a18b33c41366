using RetailMember.Apparel.Tests.Shop;
using RetailMember.Testing;

namespace RetailMember.Apparel.Tests.Ladder;

public sealed class MergedLadderTestsOnSqlite(ApparelOnSqlite host) : MergedLadderTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class MergedLadderTestsOnPostgres(ApparelOnPostgres host) : MergedLadderTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>The ladder of two members who are one.</summary>
public abstract class MergedLadderTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-02"), Trait("Req", "CORE-49")]
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

    [Fact, Trait("Req", "AP-02"), Trait("Req", "CORE-49"), Trait("Req", "CORE-46")]
    public async Task A_rung_that_both_had_reached_stays_twice_as_long_as_both_have_earned_it()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.rung-waits");
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        var receipts = new List<string>();
        foreach (var member in (string[])[stays, goes])
        {
            receipts.Add((await shop.BuyAsync(member, 1_000)).ReceiptNo);
            await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 1);
        }

        await shop.OnAsync("2026-04-05");
        await shop.PostAsync(
            "membership/merges", new { key = "t-" + goes, survivor = stays, duplicate = goes, reason = "same person" });
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(stays)).Count == 3);
        (await shop.RungsAsync(stays)).ShouldBe([(1_000, "waiting"), (1_000, "waiting"), (2_000, "waiting")]);
        await shop.PostAsync("apparel/reminders", new { });
        (await shop.GetAsync("apparel/reminders")).GetProperty("items").EnumerateArray()
            .Select(r => (r.GetProperty("memberNo").GetString(), r.GetProperty("worth").GetDecimal())).ShouldBe([(stays, 250m)]);

        await shop.RefundAsync(receipts[0], 1_000);
        (await StatesAsync(shop, stays)).ShouldBe(["takenBack", "waiting", "takenBack"], ignoreOrder: true);
        await shop.RefundAsync(receipts[1], 1_000);
        (await StatesAsync(shop, stays)).ShouldBe(["takenBack", "takenBack", "takenBack"]);
    }

    [Fact, Trait("Req", "AP-02"), Trait("Req", "CORE-49"), Trait("Req", "CORE-46")]
    public async Task Of_a_rung_that_both_had_reached_and_one_receipt_carries_what_waits_goes_before_what_was_claimed()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        var receipts = new List<string>();
        foreach (var member in (string[])[stays, goes])
        {
            receipts.Add((await shop.BuyAsync(member, 1_000)).ReceiptNo);
            await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 1);
        }

        await shop.ClaimAsync(goes, 1_000);
        await shop.PostAsync(
            "membership/merges", new { key = "c-" + goes, survivor = stays, duplicate = goes, reason = "same person" });
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(stays)).Count == 3);
        await shop.RefundAsync(receipts[1], 1_000);

        (await StatesAsync(shop, stays)).ShouldBe(["takenBack", "claimed", "takenBack"], ignoreOrder: true);
    }

    private static async Task<IReadOnlyList<string>> StatesAsync(Clothes shop, string member) =>
        [.. (await shop.RungsAsync(member)).Select(r => r.State)];
}
