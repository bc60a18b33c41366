using System.Text.Json;
using System.Text.Json.Nodes;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Rules;

public sealed class ProposedShelfTestsOnSqlite(ClubOnSqlite fixture) : ProposedShelfTests(fixture), IClassFixture<ClubOnSqlite>;

public sealed class ProposedShelfTestsOnPostgres(ClubOnPostgres fixture) : ProposedShelfTests(fixture), IClassFixture<ClubOnPostgres>;

/// <summary>Gifts and benefits that the club proposes, taken over by head office.</summary>
public abstract class ProposedShelfTests(HostFixture fixture)
{
    private const string Gift = "redemption/rewards/blood-pressure";
    private const string TakeGift = "redemption/proposed-rewards/blood-pressure/draft";
    private const string TakeBook = "redemption/proposed-benefits/health-handbook/draft";

    [Fact, Trait("Req", "PH-02"), Trait("Req", "PH-13"), Trait("Req", "RD-05")]
    public async Task The_proposed_gift_is_a_draft_until_its_article_is_named_and_then_costs_1000_on_a_receipt_of_480()
    {
        var club = await ClubChain.OpenAsync(fixture);
        (await CodesAsync(club, "rewards")).ShouldBe(["blood-pressure", "family-doctor"]);

        var drafted = await club.PostAsync(TakeGift, new { });

        drafted.GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
        (await CodesAsync(club, "rewards")).ShouldBe(["family-doctor"]);
        var terms = JsonNode.Parse(drafted.GetProperty("terms").GetRawText())!.AsObject();
        using (var nameless = await club.TryPutAsync(Gift, new { terms }))
            (await ClubChain.CodeOf(nameless)).ShouldBe("pharmacy.article-needed");
        terms["article"] = "monitor-7";
        terms["stock"] = "shared";
        await club.RewardAsync("blood-pressure", terms);
        await club.PostAsync("redemption/rewards/blood-pressure/stock", new { key = ClubChain.Key(), pieces = 5, reason = "new" });
        await club.OfferAsync("june", "2025-06-01", "2025-06-30", "blood-pressure");
        var (buyer, near) = (await club.MemberAsync(520, "gold"), await club.MemberAsync(1_000, "gold"));
        await club.BuyAsync(buyer, 480);
        await club.BuyAsync(near, 479.99m);

        using (var taken = await club.TryRedeemAsync(buyer, "blood-pressure")) taken.EnsureSuccessStatusCode();
        using (var refused = await club.TryRedeemAsync(near, "blood-pressure"))
            (await ClubChain.CodeOf(refused)).ShouldBe("redemption.too-few-points");
        (await club.PointsAsync(buyer)).ShouldBe(0);
    }

    [Fact, Trait("Req", "PH-06"), Trait("Req", "PH-12")]
    public async Task What_is_taken_over_never_changes_what_the_brand_has_and_is_proposed_only_where_the_club_is_on()
    {
        var (club, without) = (await ClubChain.OpenAsync(fixture), await ClubChain.OpenAsync(fixture, on: false));
        // It has made a monthly test of its own.
        (await CodesAsync(club, "benefits")).ShouldBe(["health-handbook", "herbal-paste"]);
        (await CodesAsync(without, "benefits")).ShouldBeEmpty();

        using (var there = await club.TryPostAsync("redemption/proposed-benefits/glucose-monthly/draft", new { }))
            (await ClubChain.CodeOf(there)).ShouldBe("redemption.proposal-there");
        using (var off = await without.TryPostAsync(TakeBook, new { }))
            (await ClubChain.CodeOf(off)).ShouldBe("redemption.not-proposed");
        var drafted = await club.PostAsync(TakeBook, new { });

        drafted.GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
        using (var again = await club.TryPostAsync(TakeBook, new { }))
            (await ClubChain.CodeOf(again)).ShouldBe("redemption.proposal-there");
        await club.PutAsync(
            "redemption/benefits/health-handbook", new { terms = JsonNode.Parse(drafted.GetProperty("terms").GetRawText()) });
        var (gold, diamond) = (await club.MemberAsync(tier: "gold"), await club.MemberAsync(tier: "diamond"));
        (await MayHaveAsync(club, gold)).ShouldNotContain("health-handbook");
        (await MayHaveAsync(club, diamond)).ShouldContain("health-handbook");
    }

    [Fact, Trait("Req", "PH-12")]
    public async Task Head_office_takes_it_over_on_the_page_and_looks_at_its_form()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var browser = await club.Host.Staff.BrowserAsync(DefaultRole.HeadOffice);
        var list = $"/brands/{club.Brand.Code}/redemption/benefits";
        (await browser.OpenAsync(list)).ShouldContain("proposed-benefits/herbal-paste/draft");

        using var taken = await browser.SubmitAsync(
            $"/brands/{club.Brand.Code}/redemption/proposed-benefits/herbal-paste/draft");

        taken.Headers.Location!.ToString().ShouldEndWith("/redemption/benefits/herbal-paste/edit");
        (await browser.OpenAsync(list)).ShouldNotContain("proposed-benefits/herbal-paste/draft");
    }

    private static async Task<IReadOnlyList<string?>> CodesAsync(ClubChain club, string kind) =>
        Texts(await club.GetAsync("redemption/proposed-" + kind), "proposed", "code");

    private static async Task<IReadOnlyList<string?>> MayHaveAsync(ClubChain club, string member) =>
        Texts(await club.PostAsync("redemption/benefits/search", new { member, storeCode = "s1" }), "benefits", "benefit");

    private static IReadOnlyList<string?> Texts(JsonElement answer, string list, string field) =>
        [.. answer.GetProperty(list).EnumerateArray().Select(i => i.GetProperty(field).GetString())];
}
