using RetailMember.Apparel.Tests.Shop;
using RetailMember.People;
using RetailMember.Testing;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace RetailMember.Apparel.Tests.Tasks;

public sealed class TaskTestsOnSqlite(ApparelOnSqlite host) : TaskTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class TaskTestsOnPostgres(ApparelOnPostgres host) : TaskTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>Services as tasks, the steps of joining, contact with heavy customers.</summary>
public abstract class TaskTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-09")]
    public async Task Who_is_yellow_is_called_within_a_week_or_it_is_overdue_at_the_store()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        await shop.OnAsync("2026-05-03");
        var member = await shop.MemberAsync("2025-05-10");
        await shop.BuyAsync(member, 20_000, "2026-05-02");
        var (receipt, _) = await shop.BuyAsync(member, 100, "2026-05-03");
        var call = await CallOfAsync(shop, "2026-05-03");
        (call.GetProperty("dueOn").GetString(), call.GetProperty("storeCode").GetString())
            .ShouldBe(("2026-05-10", "mall"));

        await shop.OnAsync("2026-05-10");
        (await OverdueAsync(shop)).ShouldNotContain(call.GetProperty("task").GetString());
        await shop.OnAsync("2026-05-11");
        (await OverdueAsync(shop)).ShouldContain(call.GetProperty("task").GetString());

        // Not the business of another store.
        var street = await shop.PersonAsync(DefaultRole.StoreManager, "street");
        var body = new { task = call.GetProperty("task").GetString(), note = "聊了新款" };
        var settle = shop.Address("apparel/task-settlements");
        (await street.PostAsJsonAsync(settle, body)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var mall = await shop.PersonAsync(DefaultRole.StoreManager, "mall");
        (await mall.PostAsJsonAsync(settle, body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await mall.PostAsJsonAsync(settle, body)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await OverdueAsync(shop)).ShouldNotContain(call.GetProperty("task").GetString());
        receipt.ShouldNotBeEmpty();

        // Whoever has called was in touch with him.
        var care = (await shop.GetAsync($"membership/members/{member}/care")).GetProperty("items").EnumerateArray();
        care.Select(c => c.GetProperty("note").GetString()).ShouldBe(["聊了新款"]);
    }

    [Fact, Trait("Req", "AP-09"), Trait("Req", "CORE-46")]
    public async Task Nobody_is_called_for_a_purchase_that_came_back()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        await shop.OnAsync("2026-05-03");
        var member = await shop.MemberAsync("2025-05-10");
        await shop.BuyAsync(member, 20_000, "2026-05-02");
        var (receipt, _) = await shop.BuyAsync(member, 100, "2026-05-03");
        await CallOfAsync(shop, "2026-05-03");

        await shop.RefundAsync(receipt, 100);

        (await TasksAsync(shop, "dropped")).Select(t => t.GetProperty("raisedOn").GetString()).ShouldBe(["2026-05-03"]);
    }

    [Fact, Trait("Req", "AP-09")]
    public async Task A_service_is_asked_for_by_who_has_it_and_the_same_key_asks_once()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var member = await shop.MemberAsync();
        var ask = new { key = "a1", storeCode = "mall", member, service = "alteration", wish = "裤脚改短" };
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/tasks", ask)).ShouldBe("apparel.service-not-his");
        await shop.BuyAsync(member, 10_000);

        (await shop.PostAsync("apparel/tasks", ask)).GetProperty("dueOn").GetString().ShouldBe("2026-03-05");
        await shop.PostAsync("apparel/tasks", ask);

        (await TasksAsync(shop, "open")).Count(t => t.GetProperty("service").GetString() == "alteration").ShouldBe(1);
        (await shop.RefusalOfAsync(HttpMethod.Post, "apparel/tasks",
            new { key = "a2", storeCode = "mall", member, service = "wash" }))
            .ShouldBe("apparel.service-unknown");
    }

    [Fact, Trait("Req", "AP-14")]
    public async Task Joining_puts_its_steps_on_the_lists_of_store_and_centre()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await shop.MemberAsync("2026-03-02");
        await Clothes.UntilAsync(async () => (await TasksAsync(shop, "open")).Count == 4);

        (await TasksAsync(shop, "open")).Select(t => (
                t.GetProperty("service").GetString(),
                t.TryGetProperty("storeCode", out var store) ? store.GetString() : null,
                t.GetProperty("dueOn").GetString()))
            .ShouldBe(
                [
                    ("explain-benefits", "mall", "2026-03-02"), ("hand-over-card", "mall", "2026-03-03"),
                    ("build-file", null, "2026-03-05"), ("welcome-call", null, "2026-03-09"),
                ],
                ignoreOrder: true);
    }

    [Fact, Trait("Req", "AP-15")]
    public async Task A_heavy_customer_has_an_owner_and_a_task_once_nobody_was_in_touch_for_30_days()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 10_000);
        var owner = await apparel.Host.Staff.HireAsync(DefaultRole.SalesManager, shop.Brand);
        (await shop.RefusalOfAsync(HttpMethod.Put, $"apparel/customers/{member}/owner", new { owner = "nobody" }))
            .ShouldBe("request.invalid");
        await shop.PutAsync($"apparel/customers/{member}/owner", new { owner });

        var customer = (await shop.GetAsync("apparel/customers?energyClass=heavyweight")).GetProperty("customers")
            .GetProperty("items")[0];
        (customer.GetProperty("memberNo").GetString(), customer.GetProperty("owner").GetString(),
            customer.GetProperty("overdue").GetBoolean())
            .ShouldBe((member, owner, true));

        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(1);
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(0);
        await shop.PostAsync($"membership/members/{member}/care",
            new { key = "care1", kind = "call", note = "问候", storeCode = "mall" });
        await shop.OnAsync("2026-04-01");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(0);
        await shop.OnAsync("2026-04-02");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(1);
    }

    [Fact, Trait("Req", "AP-15")]
    public async Task A_contact_that_is_done_stands_in_the_log_and_ends_the_silence_until_it_is_long_again()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        var member = await shop.MemberAsync();
        await shop.BuyAsync(member, 10_000);
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(1);
        var task = (await TasksAsync(shop, "open")).Single(t => t.GetProperty("service").GetString() == "contact")
            .GetProperty("task").GetString();
        (await CustomerAsync()).ShouldBe((null, true));

        var settle = new { task, note = "电话问候，约下周到店" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            shop.TryAsync(HttpMethod.Post, "apparel/task-settlements", settle)));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        (await CustomerAsync()).ShouldBe(("2026-03-02", false));
        var care = (await shop.GetAsync($"membership/members/{member}/care")).GetProperty("items");
        care.GetArrayLength().ShouldBe(1);
        care[0].GetProperty("note").GetString().ShouldBe("电话问候，约下周到店");
        await shop.OnAsync("2026-04-01");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(0);
        await shop.OnAsync("2026-04-02");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(1);

        // One that is called off was no contact.
        var next = (await TasksAsync(shop, "open")).Single(t => t.GetProperty("service").GetString() == "contact");
        await shop.PostAsync(
            "apparel/task-settlements", new { task = next.GetProperty("task").GetString(), calledOff = true, note = "号码停机" });
        (await CustomerAsync()).ShouldBe(("2026-03-02", true));
        await shop.OnAsync("2026-05-02");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(0, "So long is none.");
        await shop.OnAsync("2026-05-03");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(1, "He is still silent.");
        (await shop.PostAsync("apparel/contact-tasks", new { })).GetProperty("raised").GetInt32().ShouldBe(0);

        async Task<(string? Last, bool Overdue)> CustomerAsync()
        {
            var row = (await shop.GetAsync("apparel/customers?energyClass=heavyweight")).GetProperty("customers").GetProperty("items")
                .EnumerateArray().Single(c => c.GetProperty("memberNo").GetString() == member);
            return (row.TryGetProperty("lastContactOn", out var on) ? on.GetString() : null, row.GetProperty("overdue").GetBoolean());
        }
    }

    [Fact, Trait("Req", "AP-12")]
    public async Task Members_hear_once_on_the_25th_how_far_the_next_rung_is()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        var member = await shop.MemberAsync();
        await shop.OnAsync("2026-03-24");
        await shop.BuyAsync(member, 1_850);
        await shop.ClimbedAsync(member, 1_850);
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(0);

        await shop.OnAsync("2026-03-25");
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(0, "No words are approved.");
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.ladder-gap");
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PostAsync("apparel/reminders", new { })));
        await shop.PostAsync("marketing/messages/dispatch", new { });

        sent.Sum(s => s.GetProperty("sent").GetInt64()).ShouldBe(1);
        var reminder = (await RemindersAsync(shop)).ShouldHaveSingleItem();
        (reminder.GetProperty("memberNo").GetString(), reminder.GetProperty("points").GetInt64(),
            reminder.GetProperty("missingPoints").GetInt64(), reminder.GetProperty("worth").GetDecimal())
            .ShouldBe((member, 1_850, 150, 150));
        reminder.GetProperty("letter").GetProperty("reason").GetString().ShouldBe("noConsent");
    }

    [Fact, Trait("Req", "AP-12")]
    public async Task A_reminder_that_waits_is_recalled_when_its_member_buys_again()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.ladder-gap");
        var member = await shop.MemberAsync();
        await shop.OnAsync("2026-03-25");
        await shop.BuyAsync(member, 1_850);
        await shop.ClimbedAsync(member, 1_850);
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(1);

        await shop.BuyAsync(member, 150);
        await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 2);

        var letter = (await RemindersAsync(shop)).ShouldHaveSingleItem().GetProperty("letter");
        (letter.GetProperty("state").GetString(), letter.GetProperty("reason").GetString()).ShouldBe(("skipped", "noLongerTrue"));
    }

    [Fact, Trait("Req", "AP-12"), Trait("Req", "AP-16")]
    public async Task Nobody_is_reminded_of_a_ladder_that_his_store_has_no_more()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.ladder-gap");
        var member = await shop.MemberAsync();
        await shop.OnAsync("2026-03-25");
        await shop.BuyAsync(member, 1_850);
        await shop.ClimbedAsync(member, 1_850);

        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: false, store: "mall");
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(0);
        await shop.HeadOffice.SwitchAsync("Apparel", shop.Brand.Code, on: true, store: "mall");
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(1);
    }

    [Fact, Trait("Req", "AP-04"), Trait("Req", "SMS-08")]
    public async Task Who_has_not_claimed_a_rung_hears_of_it_once_when_its_last_day_is_near()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.rung-waits");
        var (forgets, claims) = (await shop.MemberAsync(), await shop.MemberAsync());
        foreach (var member in (string[])[forgets, claims])
        {
            await shop.BuyAsync(member, 2_100);
            await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 2);
        }

        await shop.ClaimAsync(claims, 1_000);
        await shop.ClaimAsync(claims, 2_000);
        await shop.OnAsync("2026-04-03");
        (await SentAsync()).ShouldBe(0);
        await shop.OnAsync("2026-04-04");

        (await SentAsync()).ShouldBe(1);

        (await SentAsync()).ShouldBe(0);
        var reminder = (await RemindersAsync(shop)).ShouldHaveSingleItem();
        (reminder.GetProperty("memberNo").GetString(), reminder.GetProperty("reminderKind").GetString(),
            reminder.GetProperty("worth").GetDecimal()).ShouldBe((forgets, "claim", 200));

        async Task<long> SentAsync() => (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64();
    }

    [Fact, Trait("Req", "AP-12")]
    public async Task Nobody_is_reminded_where_reminders_are_switched_off()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.ladder-gap");
        var member = await shop.MemberAsync();
        await shop.OnAsync("2026-03-25");
        await shop.BuyAsync(member, 900);
        await shop.ClimbedAsync(member, 900);

        await shop.PutAsync("platform/settings/Apparel.Reminders", new { value = "false" });
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(0);
        await shop.PutAsync("platform/settings/Apparel.Reminders", new { value = "true" });
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(1);
    }

    private static async Task<List<JsonElement>> RemindersAsync(Clothes shop) =>
        [.. (await shop.GetAsync("apparel/reminders")).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> CallOfAsync(Clothes shop, string raisedOn)
    {
        JsonElement? call = null;
        await Clothes.UntilAsync(async () => (call = (await TasksAsync(shop, "open")).Where(t =>
                t.GetProperty("service").GetString() == "call" && t.GetProperty("raisedOn").GetString() == raisedOn)
            .Select(t => (JsonElement?)t).SingleOrDefault()) is not null);
        return call!.Value;
    }

    private static async Task<IReadOnlyList<JsonElement>> TasksAsync(Clothes shop, string state) =>
        [.. (await shop.GetAsync($"apparel/tasks?state={state}&size=200")).GetProperty("tasks").GetProperty("items")
            .EnumerateArray()];

    private static async Task<IReadOnlyList<string?>> OverdueAsync(Clothes shop) =>
        [.. (await TasksAsync(shop, "overdue")).Select(t => t.GetProperty("task").GetString())];
}
