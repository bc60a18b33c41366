using RetailMember.Apparel.Tests.Shop;
using RetailMember.Testing;
using System.Text.Json;

namespace RetailMember.Apparel.Tests.Tasks;

public sealed class OwedTestsOnSqlite(ApparelOnSqlite host) : OwedTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class OwedTestsOnPostgres(ApparelOnPostgres host) : OwedTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>To whom services are owed: while his card is valid, at stores that take part.</summary>
public abstract class OwedTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-11")]
    public async Task Whoever_lets_his_card_end_has_no_services_and_no_benefits_until_he_renews_it()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        await shop.PutAsync("redemption/benefits/magazine", new
        {
            terms = new
            {
                name = new Dictionary<string, string> { ["zh-Hans"] = "杂志", ["en"] = "Magazine" },
                shares = new[] { new { most = 2 } }, period = "month",
            },
        });
        await shop.OnAsync("2027-03-08");
        var (ended, valid) = (await shop.MemberAsync("2025-03-10"), await shop.MemberAsync("2026-03-10"));
        foreach (var member in (string[])[ended, valid]) await shop.BuyAsync(member, 20_000);
        await AskAsync("before", ended);
        await UseAsync("before", ended);

        await shop.OnAsync("2027-03-10");
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/tasks", Ask("after", ended))).ShouldBe("membership.card-ended");
        (await shop.RefusalOfAsync(HttpMethod.Post, "redemption/benefits/magazine/uses", Use("after", ended)))
            .ShouldBe("redemption.benefit-not-entitled");
        await UseAsync("valid", valid);
        await shop.BuyAsync(ended, 100);
        await shop.BuyAsync(valid, 100);
        IReadOnlyList<JsonElement> calls = [];
        await Clothes.UntilAsync(async () => (calls = await TasksAsync(shop, "call", "2027-03-10")).Count > 0);
        calls.Select(c => c.GetProperty("memberNo").GetString()).ShouldBe([valid]);

        await shop.PostAsync($"membership/members/{ended}/card-renewals", new { key = "r-" + ended, storeCode = "mall", feePaid = 10 });
        await UseAsync("renewed", ended);

        Task<JsonElement> AskAsync(string key, string member) => shop.PostAsync("apparel/tasks", Ask(key, member));

        Task<JsonElement> UseAsync(string key, string member) =>
            shop.PostAsync("redemption/benefits/magazine/uses", Use(key, member));

        static object Ask(string key, string member) =>
            new { key, storeCode = "mall", member, service = "alteration", wish = "裤脚改短" };

        static object Use(string key, string member) => new { key, storeCode = "mall", member };
    }

    [Fact, Trait("Req", "AP-16")]
    public async Task A_store_that_takes_no_part_has_no_tasks_of_those_who_join_it_and_none_of_its_silent_customers()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: false);
        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: true, store: "street");
        var silent = await shop.MemberAsync("2026-03-02");
        await shop.BuyAsync(silent, 10_000);
        await shop.PostAsync("membership/members", new
        {
            key = "street-1", joinedOn = "2026-03-02", name = "李娜", mobile = "13900000001", storeCode = "street",
            receipt = new { receiptNo = "street-first", amount = 128 },
        });

        await Clothes.UntilAsync(async () => (await TasksAsync(shop)).Count > 0);
        (await TasksAsync(shop)).Select(t => t.GetProperty("memberNo").GetString()).ShouldNotContain(silent);
        await shop.OnAsync("2026-05-03");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(0);

        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: true, store: "mall");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(1);
    }

    private static async Task<IReadOnlyList<JsonElement>> TasksAsync(
        Clothes shop, string? service = null, string? raisedOn = null) =>
    [
        .. (await shop.GetAsync("apparel/tasks?state=open&size=200")).GetProperty("tasks").GetProperty("items").EnumerateArray()
            .Where(t => service is null || t.GetProperty("service").GetString() == service)
            .Where(t => raisedOn is null || t.GetProperty("raisedOn").GetString() == raisedOn),
    ];
}
