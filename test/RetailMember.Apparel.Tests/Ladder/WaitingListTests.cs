using RetailMember.Apparel.Tests.Shop;

namespace RetailMember.Apparel.Tests.Ladder;

public sealed class WaitingListTestsOnSqlite(ApparelOnSqlite host) : WaitingListTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class WaitingListTestsOnPostgres(ApparelOnPostgres host) : WaitingListTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>The store's list of rungs that nobody has claimed yet.</summary>
public abstract class WaitingListTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-04")]
    public async Task What_was_claimed_is_on_the_list_of_its_month_and_waits_no_more()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var (first, second, third) = (await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync());
        foreach (var member in (string[])[first, second, third])
        {
            await shop.BuyAsync(member, 1_000);
            await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 1);
        }

        await shop.ClaimAsync(second, 1_000);

        (await ListAsync("apparel/rungs")).ShouldBe([first, third], ignoreOrder: true);
        (await ListAsync("apparel/rungs?size=1")).ShouldBe([first, third], ignoreOrder: true);
        (await ListAsync("apparel/rungs?month=2026-03-01")).ShouldBe([first, second, third], ignoreOrder: true);

        async Task<string?[]> ListAsync(string address)
        {
            var (members, after) = (new List<string?>(), "");
            do
            {
                var page = await shop.GetAsync(address + after);
                members.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("memberNo").GetString()));
                after = page.TryGetProperty("next", out var next) && next.GetString() is { } text
                    ? (address.Contains('?') ? "&" : "?") + "after=" + Uri.EscapeDataString(text)
                    : "";
            }
            while (after.Length > 0);
            return [.. members];
        }
    }
}
