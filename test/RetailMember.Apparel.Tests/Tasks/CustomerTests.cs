using System.Text.Json;
using RetailMember.Apparel.Tests.Shop;
using RetailMember.People;

namespace RetailMember.Apparel.Tests.Tasks;

public sealed class CustomerTestsOnSqlite(ApparelOnSqlite host) : CustomerTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class CustomerTestsOnPostgres(ApparelOnPostgres host) : CustomerTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>Classes of customers and who looks after them.</summary>
[Trait("Req", "AP-15")]
public abstract class CustomerTests(ApparelHost apparel)
{
    [Fact]
    public async Task Everybody_is_counted_and_listed_in_the_first_class_that_fits_and_in_no_other()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var (heavy, plain) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.BuyAsync(heavy, 10_000);

        var found = await shop.GetAsync("apparel/customers?energyClass=threshold");

        found.GetProperty("classes").EnumerateArray().ToDictionary(
                c => c.GetProperty("energyClass").GetString()!, c => c.GetProperty("memberCount").GetInt64())
            .Where(c => c.Value > 0).OrderBy(c => c.Key).Select(c => (c.Key, c.Value)).ShouldBe([("heavyweight", 1), ("member", 1)]);
        MembersOf(found).ShouldBeEmpty();
        MembersOf(await shop.GetAsync("apparel/customers?energyClass=heavyweight")).ShouldBe([heavy]);
        MembersOf(await shop.GetAsync("apparel/customers?energyClass=member")).ShouldBe([plain]);
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task Who_looked_after_the_duplicate_looks_after_the_one_who_stays_until_they_are_two_again()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.BuyAsync(stays, 10_000);
        var owner = await apparel.Host.Staff.HireAsync(DefaultRole.SalesManager, shop.Brand);
        await shop.PutAsync($"apparel/customers/{goes}/owner", new { owner });

        var merge = (await shop.PostAsync(
                "membership/merges", new { key = "o-" + goes, survivor = stays, duplicate = goes, reason = "same person" }))
            .GetProperty("merge").GetString();
        (await OwnerOfAsync(stays)).ShouldBe(owner);

        await shop.PostAsync($"membership/merges/{merge}/reversal", new { reason = "two after all" });
        (await OwnerOfAsync(stays)).ShouldBeNull();

        async Task<string?> OwnerOfAsync(string member) =>
            (await shop.GetAsync("apparel/customers?energyClass=heavyweight")).GetProperty("customers").GetProperty("items")
            .EnumerateArray().Single(c => c.GetProperty("memberNo").GetString() == member)
            .TryGetProperty("owner", out var name) ? name.GetString() : null;
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task The_copy_of_a_member_s_data_says_what_became_of_each_rung_also_of_his_duplicate_and_who_looks_after_him()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        foreach (var member in (string[])[stays, goes])
        {
            await shop.BuyAsync(member, 1_000);
            await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 1);
        }

        await shop.ClaimAsync(goes, 1_000);
        await shop.OnAsync("2026-04-20");
        var owner = await apparel.Host.Staff.HireAsync(DefaultRole.SalesManager, shop.Brand);
        await shop.PutAsync($"apparel/customers/{stays}/owner", new { owner });
        await shop.PostAsync(
            "membership/merges", new { key = "d-" + goes, survivor = stays, duplicate = goes, reason = "same person" });

        var copy = await shop.CopyAsync(await shop.IdOfAsync(stays));

        copy.GetProperty("lookedAfterBy").GetString().ShouldNotBeNullOrEmpty();
        copy.GetProperty("rungs").EnumerateArray()
            .Select(r => (r.GetProperty("points").GetInt64(), r.GetProperty("state").GetString()))
            .ShouldBe([(1_000, "claimed"), (1_000, "lost")], ignoreOrder: true);
    }

    private static string?[] MembersOf(JsonElement found) =>
    [
        .. found.GetProperty("customers").GetProperty("items").EnumerateArray().Select(c => c.GetProperty("memberNo").GetString()),
    ];
}
