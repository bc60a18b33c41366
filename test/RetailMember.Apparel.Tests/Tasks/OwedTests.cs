using RetailMember.Apparel.Tests.Shop;
using RetailMember.Data;
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

    [Fact, Trait("Req", "AP-09"), Trait("Req", "CORE-46")]
    public async Task Nobody_is_called_for_what_he_gave_back_before_it_was_heard_of_and_who_was_merged_is_under_his_survivor()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var (returns, survivor, duplicate) = (await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync());
        foreach (var member in (string[])[returns, survivor, duplicate]) await shop.BuyAsync(member, 20_000, "2026-03-01");
        await shop.OnAsync("2026-03-03");
        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: false);
        var given = await shop.BuyAsync(returns, 100);
        var kept = await shop.BuyAsync(duplicate, 100);
        var (returnsId, duplicateId) = (await shop.IdOfAsync(returns), await shop.IdOfAsync(duplicate));
        await shop.RefundAsync(given.ReceiptNo, 100);
        await shop.PostAsync(
            "membership/merges", new { key = "c-" + duplicate, survivor, duplicate, reason = "same person" });
        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: true);

        // What was told before is heard of now.
        await shop.TellAsync(await shop.PurchaseAsync(given.ReceiptNo, returnsId), await shop.PurchaseAsync(kept.ReceiptNo, duplicateId));

        IReadOnlyList<JsonElement> calls = [];
        await Clothes.UntilAsync(async () => (calls = await TasksAsync(shop, "call", "2026-03-03")).Count > 0);
        calls.Select(c => c.GetProperty("memberNo").GetString()).ShouldBe([survivor]);
    }

    [Fact, Trait("Req", "AP-09")]
    public async Task Whoever_leaves_is_owed_nothing_any_more_at_once()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var (leaves, stays) = (await shop.MemberAsync(), await shop.MemberAsync());
        foreach (var member in (string[])[leaves, stays])
        {
            await shop.BuyAsync(member, 20_000);
            await shop.PostAsync(
                "apparel/tasks", new { key = "a-" + member, storeCode = "mall", member, service = "alteration", wish = "裤脚改短" });
        }

        await shop.BuyAsync(leaves, 100);
        await Clothes.UntilAsync(async () => (await TasksAsync(shop, "call")).Count > 0);
        await shop.PostAsync($"membership/members/{leaves}/closure", new { reason = "leaves" });

        (await TasksAsync(shop)).Select(t => t.GetProperty("memberNo").GetString()).Distinct().ShouldBe([stays]);
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task What_is_written_of_a_service_is_sealed_in_the_table_and_absent_from_the_audit_trail()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 10_000);
        await shop.PostAsync(
            "apparel/tasks", new { key = "s-" + member, storeCode = "mall", member, service = "alteration", wish = "斑马裤改短" });
        var task = (await TasksAsync(shop, "alteration")).ShouldHaveSingleItem();
        task.GetProperty("wish").GetString().ShouldBe("斑马裤改短");
        await shop.PostAsync(
            "apparel/task-settlements", new { task = task.GetProperty("task").GetString(), note = "犀牛裤已改" });

        var done = (await shop.GetAsync("apparel/tasks?state=done&size=200")).GetProperty("tasks").GetProperty("items")
            .EnumerateArray().Single(t => t.GetProperty("service").GetString() == "alteration");
        (done.GetProperty("wish").GetString(), done.GetProperty("note").GetString()).ShouldBe(("斑马裤改短", "犀牛裤已改"));
        var stored = await shop.InTablesAsync(
            $"SELECT wish, note FROM apparel_care_task WHERE brand_id = {shop.Brand.Id} AND wish IS NOT NULL");
        stored.Count.ShouldBe(2);
        stored.ShouldAllBe(text => PersonalData.IsSealed(text));
        var trail = (await shop.GetAsync("platform/audit?size=100")).GetRawText();
        foreach (var word in (string[])["斑马", "犀牛", "\\u6591", "\\u7280"]) trail.ShouldNotContain(word);
    }

    private static async Task<IReadOnlyList<JsonElement>> TasksAsync(
        Clothes shop, string? service = null, string? raisedOn = null) =>
    [
        .. (await shop.GetAsync("apparel/tasks?state=open&size=200")).GetProperty("tasks").GetProperty("items").EnumerateArray()
            .Where(t => service is null || t.GetProperty("service").GetString() == service)
            .Where(t => raisedOn is null || t.GetProperty("raisedOn").GetString() == raisedOn),
    ];
}
