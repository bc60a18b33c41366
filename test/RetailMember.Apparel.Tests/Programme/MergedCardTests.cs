using RetailMember.Apparel.Tests.Shop;

namespace RetailMember.Apparel.Tests.Programme;

public sealed class MergedCardTestsOnSqlite(ApparelOnSqlite host) : MergedCardTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class MergedCardTestsOnPostgres(ApparelOnPostgres host) : MergedCardTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>How long the card of somebody is valid who had two.</summary>
public abstract class MergedCardTests(ApparelHost apparel)
{
    private const string Template = "monthly-ladder";

    [Fact, Trait("Req", "AP-11"), Trait("Req", "CORE-49")]
    public async Task Whoever_is_made_one_with_a_duplicate_has_the_duplicates_renewals_as_well()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2027-03-12");
        var (stays, goes) = (await shop.MemberAsync("2025-03-10"), await shop.MemberAsync("2025-03-10"));
        await shop.PostAsync($"membership/members/{goes}/card-renewals", new { key = "gap", storeCode = "mall", feePaid = 10 });
        await shop.OnAsync("2027-03-22");
        var merged = await shop.PostAsync(
            "membership/merges", new { key = "m-" + goes, survivor = stays, duplicate = goes, reason = "same person" });

        (await LateAsync("a", "2027-03-15")).ShouldBe((900, 900), "The duplicate's card had been renewed three days before.");
        (await LateAsync("b", "2027-03-11")).ShouldBe((1_000, 0), "Neither card was renewed yet.");

        await shop.PostAsync($"membership/merges/{merged.GetProperty("merge").GetString()}/reversal", new { reason = "two persons" });
        (await LateAsync("c", "2027-03-15")).ShouldBe((1_000, 0), "The renewal is the other's again.");

        async Task<(decimal Paid, long Points)> LateAsync(string key, string day)
        {
            var bought = await shop.PostAsync("membership/purchases", new
            {
                receiptNo = $"{key}-{stays}", storeCode = "mall", member = stays, lines = new[] { new { listAmount = 1_000 } },
                occurredAt = day + "T09:00:00",
            });
            return (bought.GetProperty("paid").GetDecimal(), bought.GetProperty("points").GetInt64());
        }
    }

    [Theory, Trait("Req", "AP-11"), Trait("Req", "CORE-49")]
    [InlineData("2025-03-10", "2026-06-01", "2028-05-31"), InlineData("2026-06-01", "2025-03-10", "2028-05-31")]
    public async Task Of_two_cards_of_one_person_the_one_that_runs_longer_goes_on_though_it_was_never_renewed(
        string survivorSince, string duplicateSince, string through)
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2027-03-22");
        var (stays, goes) = (await shop.MemberAsync(survivorSince), await shop.MemberAsync(duplicateSince));
        var own = await ThroughAsync();
        var merged = await shop.PostAsync(
            "membership/merges", new { key = "t-" + goes, survivor = stays, duplicate = goes, reason = "same person" });

        (await ThroughAsync()).ShouldBe(through);

        await shop.PostAsync($"membership/merges/{merged.GetProperty("merge").GetString()}/reversal", new { reason = "two persons" });
        (await ThroughAsync()).ShouldBe(own);

        async Task<string?> ThroughAsync() =>
            (await shop.GetAsync($"membership/members/{stays}")).GetProperty("cardTerm").GetProperty("through").GetString();
    }

    [Fact, Trait("Req", "AP-11"), Trait("Req", "CORE-49")]
    public async Task A_renewal_that_runs_shorter_than_the_survivors_first_term_does_not_shorten_it()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, Template);
        await shop.OnAsync("2025-03-01");
        var goes = await shop.MemberAsync("2023-03-10");
        await shop.PostAsync($"membership/members/{goes}/card-renewals", new { key = "short", storeCode = "mall", feePaid = 10 });
        await shop.OnAsync("2027-03-22");
        var stays = await shop.MemberAsync("2027-03-15");

        await shop.PostAsync("membership/merges", new { key = "s-" + goes, survivor = stays, duplicate = goes, reason = "same person" });

        (await shop.GetAsync($"membership/members/{stays}")).GetProperty("cardTerm").GetProperty("through").GetString()
            .ShouldBe("2029-03-14");
    }
}
