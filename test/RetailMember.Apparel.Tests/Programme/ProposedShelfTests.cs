using RetailMember.Apparel.Tests.Shop;

namespace RetailMember.Apparel.Tests.Programme;

/// <summary>Vouchers and benefits that the module proposes to a clothes brand.</summary>
public sealed class ProposedShelfTests(ApparelOnSqlite apparel) : IClassFixture<ApparelOnSqlite>
{
    [Fact, Trait("Req", "AP-03"), Trait("Req", "AP-09")]
    public async Task A_brand_that_has_the_ladders_vouchers_is_proposed_the_services_of_its_levels_and_keeps_its_own()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, template: "monthly-ladder");
        // The shop has made all three.
        (await shop.GetAsync("redemption/proposed-voucher-definitions")).GetProperty("proposed").GetArrayLength().ShouldBe(0);
        (await shop.RefusalOfAsync(HttpMethod.Post, "redemption/proposed-voucher-definitions/clothes-50/draft", new { }))
            .ShouldBe("redemption.proposal-there");
        var codes = (await shop.GetAsync("redemption/proposed-benefits")).GetProperty("proposed").EnumerateArray()
            .Select(p => p.GetProperty("code").GetString()!).ToList();
        codes.ShouldBe(["blue-party", "business-meeting", "company-activities", "management-training", "pay-lane"]);

        foreach (var code in codes)
        {
            var drafted = await shop.PostAsync($"redemption/proposed-benefits/{code}/draft", new { });
            drafted.GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
            await shop.PutAsync("redemption/benefits/" + code, new
            {
                terms = System.Text.Json.Nodes.JsonNode.Parse(drafted.GetProperty("terms").GetRawText()),
            });
        }

        (await shop.GetAsync("redemption/proposed-benefits")).GetProperty("proposed").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Req", "AP-03")]
    public async Task The_ladders_vouchers_are_taken_over_as_drafts_and_put_in_force_by_a_brand_that_has_none()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, vouchers: false);

        foreach (var yuan in (int[])[50, 100, 150])
        {
            var drafted = await shop.PostAsync($"redemption/proposed-voucher-definitions/clothes-{yuan}/draft", new { });
            drafted.GetProperty("state").GetString().ShouldBe("draft");
            drafted.GetProperty("terms").GetProperty("amount").GetDecimal().ShouldBe(yuan);
            await shop.PostAsync($"redemption/voucher-definitions/clothes-{yuan}/activation", new { });
        }

        (await shop.GetAsync("redemption/proposed-voucher-definitions")).GetProperty("proposed").GetArrayLength().ShouldBe(0);
    }
}
