using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using RetailMember.People;
using RetailMember.Testing;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>What the pages of sales offer to whom, and what their forms do.</summary>
public sealed partial class SaleFormTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    private const string Api = "/api/brands/apparel/storedvalue";
    private const string Pages = "/brands/apparel/storedvalue";

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-01")]
    public async Task A_seller_opens_his_own_sale_and_is_offered_what_he_may_do_at_its_store()
    {
        var guide = await HireAsync(DefaultRole.ShopGuide, "s1");
        var (here, there) = (await DraftAsync("s1", guide), await DraftAsync("s2", guide));
        var browser = await fixture.Host.Staff.BrowserOfAsync(guide);

        (await browser.OpenAsync($"{Pages}/sales/{here}")).ShouldContain("/cancellation");
        (await browser.OpenAsync($"{Pages}/sales/{there}")).ShouldNotContain("/cancellation");
        using var done = await browser.SubmitAsync($"{Pages}/sales/{here}/cancellation", ("key", Key()), ("reason", "反悔"));
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await SaleAsync(here)).GetProperty("state").GetString().ShouldBe("cancelled");
    }

    [Fact, Trait("Req", "SV-01")]
    public async Task Whoever_asked_for_the_money_back_or_took_it_is_not_offered_to_decide()
    {
        var sale = await DraftAsync("s1", await HireAsync(DefaultRole.ShopGuide, "s1"));
        var (payee, asker, other) = (await OfficeAsync(), await OfficeAsync(), await OfficeAsync());
        await payee.OpenAsync($"{Pages}/sales/{sale}");
        using var paid = await payee.SubmitAsync($"{Pages}/sales/{sale}/payment", ("paymentMethod", "cash"));
        await asker.OpenAsync($"{Pages}/sales/{sale}");

        using var asked = await asker.SubmitAsync(
            $"{Pages}/sales/{sale}/cancellation", ("key", Key()), ("reason", "反悔"), ("payout", "asPaid"));

        foreach (var (reader, offered) in new[] { (payee, false), (asker, false), (other, true) })
            (await reader.OpenAsync($"{Pages}/sales/{sale}")).Contains("cancellation-decision", StringComparison.Ordinal).ShouldBe(offered);
        using var decided = await other.SubmitAsync(
            $"{Pages}/sales/{sale}/cancellation-decision", ("approve", "true"), ("decision", "同意"));
        (await SaleAsync(sale)).GetProperty("state").GetString().ShouldBe("cancelled");
    }

    [Fact, Trait("Req", "SV-04")]
    public async Task A_campaign_is_approved_on_the_page_as_it_was_read_by_who_did_not_plan_it()
    {
        var (planner, other) = (await OfficeAsync(), await OfficeAsync());
        const string plan = Pages + "/sales-plan";
        await planner.OpenAsync(plan);
        await PlanAsync("100");
        (await planner.OpenAsync(plan)).ShouldNotContain("/approval");
        var read = Mark().Match(await other.OpenAsync(plan)).Groups["mark"].Value;
        await PlanAsync("90");

        using var late = await other.SubmitAsync(plan + "/campaigns/autumn/approval", ("wordingMark", read));
        var page = await other.OpenAsync(plan);
        page.ShouldContain("/approval", Case.Sensitive, "It was changed meanwhile.");
        using var done = await other.SubmitAsync(
            plan + "/campaigns/autumn/approval", ("wordingMark", Mark().Match(page).Groups["mark"].Value));

        (await other.OpenAsync(plan)).ShouldNotContain("/approval");

        async Task PlanAsync(string award)
        {
            using var saved = await planner.SubmitAsync(
                plan + "/campaigns", ("campaign", "autumn"), ("name.zh-Hans", "秋季"), ("name.en", "Autumn"), ("from", "2040-09-01"),
                ("to", "2040-09-30"), ("firstCardAward", award), ("topSellerAward", "200"), ("metric", "principal"));
            saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-01")]
    public async Task Unexpected_money_is_written_down_and_paid_back_by_forms_also_where_one_person_does_all()
    {
        var sale = await DraftAsync("s1", seller: null);
        var (finance, other) = (await OfficeAsync(), await OfficeAsync());
        var first = await ArrivedAsync(finance, sale, "WX-1");
        (await ListAsync(finance)).ShouldNotContain("payoutReference");

        using (var asked = await AskAsync(finance, first)) asked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ListAsync(finance)).ShouldNotContain("repayment-decision");
        (await ListAsync(other)).ShouldContain("repayment-decision");
        using (await other.SubmitAsync(
            $"{Pages}/unexpected-payments/{first}/repayment-decision",
            ("approve", "true"), ("decision", "同意"), ("payoutReference", "REV-1")))
            (await StateAsync(first)).ShouldBe("returned");

        var office = await fixture.Host.AdministratorAsync();
        using var small = await office.PutAsJsonAsync(
            "/api/brands/apparel/platform/settings/StoredValue.SellersMayLoad", new { value = "true" });
        var second = await ArrivedAsync(finance, sale, "WX-2");
        (await ListAsync(finance)).ShouldContain("payoutReference");
        using (var without = await AskAsync(finance, second)) without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var with = await AskAsync(finance, second, ("payoutReference", "REV-2"))) with.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await StateAsync(second)).ShouldBe("returned");
        using var again = await office.PutAsJsonAsync(
            "/api/brands/apparel/platform/settings/StoredValue.SellersMayLoad", new { value = (string?)null });

        async Task<string> StateAsync(Guid payment) => (await PaymentsAsync())
            .Single(p => p.GetProperty("unexpectedPayment").GetGuid() == payment).GetProperty("state").GetString()!;
    }

    [Fact, Trait("Req", "SV-12")]
    public async Task Who_writes_online_money_down_is_asked_whether_he_mistyped_and_another_withdraws_it()
    {
        var sale = await DraftAsync("s1", seller: null);
        var (finance, other) = (await OfficeAsync(), await OfficeAsync());
        const string list = Pages + "/unexpected-payments";
        (string, string)[] form = [("transaction", "WX-9"), ("paid", "5"), ("saleNo", $"{sale}")];
        (await ListAsync(finance)).ShouldNotContain("evenUnexpected");

        using (var asked = await finance.SubmitAsync(list, form))
        {
            asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await asked.Content.ReadAsStringAsync()).ShouldContain("evenUnexpected");
        }

        (await PaymentsAsync()).ShouldNotContain(p => p.GetProperty("paymentReference").GetString() == "WX-9");
        using (var told = await finance.SubmitAsync(list, [.. form, ("evenUnexpected", "true")]))
            told.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var payment = (await PaymentsAsync()).Single(p => p.GetProperty("paymentReference").GetString() == "WX-9")
            .GetProperty("unexpectedPayment").GetGuid();
        (await ListAsync(finance)).ShouldNotContain($"{payment}/withdrawal");
        (await ListAsync(other)).ShouldContain($"{payment}/withdrawal");
        using (await other.SubmitAsync($"{list}/{payment}/withdrawal", ("reason", "写错了")))
        {
            (await PaymentsAsync()).Single(p => p.GetProperty("unexpectedPayment").GetGuid() == payment)
                .GetProperty("state").GetString().ShouldBe("withdrawn");
        }
    }

    [Fact, Trait("Req", "SV-03")]
    public async Task Customers_of_who_left_are_handed_over_by_the_form()
    {
        var (leaver, receiver) = (await HireAsync(DefaultRole.ShopGuide, "s1"), await HireAsync(DefaultRole.ShopGuide, "s1"));
        var sale = await DraftAsync("s1", leaver);
        await SendAsync($"/sales/{sale}/payment", new { paymentMethod = "cash" });
        foreach (var step in (string[])["loading", "delivery"]) await SendAsync($"/sales/{sale}/{step}", new { });
        var supervisor = await OfficeAsync();
        (await supervisor.OpenAsync(Pages + "/left-customers")).ShouldNotContain($"value=\"{leaver}\"");
        await LeaveAsync(leaver);

        (await supervisor.OpenAsync(Pages + "/left-customers")).ShouldContain($"value=\"{leaver}\"");
        using var unfounded = await GiveAsync("");
        unfounded.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var given = await GiveAsync("离职交接");

        given.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await supervisor.OpenAsync(Pages + "/left-customers")).ShouldNotContain($"value=\"{leaver}\"");

        Task<HttpResponseMessage> GiveAsync(string why) => supervisor.SubmitAsync(
            Pages + "/left-customers", ("leaver", leaver), ("receiver", receiver), ("reason", why));
    }

    private async Task<string> HireAsync(string role, string store) =>
        await fixture.Host.Staff.HireAsync(role, await fixture.Host.BrandAsync("apparel", "s1", "s2"), store);

    private async Task<TestBrowser> OfficeAsync() =>
        await fixture.Host.Staff.BrowserAsync(DefaultRole.HeadOffice, await fixture.Host.BrandAsync("apparel", "s1", "s2"));

    private async Task LeaveAsync(string userName)
    {
        var office = await fixture.Host.AdministratorAsync();
        var found = await office.GetFromJsonAsync<JsonElement>($"/api/platform/people?search={userName}");
        var person = found.GetProperty("items").EnumerateArray().Single(p => p.GetProperty("userName").GetString() == userName);
        using var left = await office.PostAsJsonAsync(
            $"/api/platform/people/{person.GetProperty("id").GetGuid()}/deactivation", new { });
        left.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A person has seen five yuan for a sale of the counter.</summary>
    private async Task<Guid> ArrivedAsync(TestBrowser finance, long sale, string transaction)
    {
        await finance.OpenAsync($"{Pages}/sales/{sale}");
        using var told = await finance.SubmitAsync(
            $"{Pages}/sales/{sale}/online-payment", ("transaction", transaction), ("paid", "5"), ("evenUnexpected", "true"));
        told.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await finance.OpenAsync($"{Pages}/sales/{sale}")).ShouldContain("Written down among unexpected payments");
        return (await PaymentsAsync()).Single(p => p.GetProperty("paymentReference").GetString() == transaction)
            .GetProperty("unexpectedPayment").GetGuid();
    }

    private static Task<HttpResponseMessage> AskAsync(TestBrowser finance, Guid payment, params (string, string)[] more) =>
        finance.SubmitAsync(
            $"{Pages}/unexpected-payments/{payment}/repayment",
            [("key", Key()), ("reason", "付错了"), ("payout", "asPaid"), .. more]);

    private static Task<string> ListAsync(TestBrowser browser) => browser.OpenAsync(Pages + "/unexpected-payments");

    private async Task<IEnumerable<JsonElement>> PaymentsAsync() =>
        (await (await fixture.Host.AdministratorAsync()).GetFromJsonAsync<JsonElement>(Api + "/unexpected-payments"))
        .GetProperty("items").EnumerateArray();

    private async Task<JsonElement> SaleAsync(long sale) =>
        (await (await fixture.Host.AdministratorAsync()).GetFromJsonAsync<JsonElement>($"{Api}/sales/{sale}")).GetProperty("cardSale");

    private async Task<long> DraftAsync(string store, string? seller)
    {
        await fixture.Host.BrandAsync("apparel", "s1", "s2");
        var type = "t" + Key();
        var name = new Dictionary<string, string> { ["zh-Hans"] = "储值卡", ["en"] = "Card" };
        var example = new { title = "e", loadAmount = 10, mustLeave = new { accepted = true, principal = 10, bonus = 0 } };
        var cardTerms = new { name, form = "physical", named = false, minimumLoad = 10, examples = new[] { example } };
        await SendAsync($"/card-types/{type}", new { cardTerms }, HttpMethod.Put);
        await SendAsync($"/card-types/{type}/activation", new { });
        var draft = await SendAsync(
            "/sales", new { key = Key(), storeCode = store, cardType = type, principal = 1_000, paymentMethod = "cash", seller });
        return draft.GetProperty("cardSale").GetProperty("saleNo").GetInt64();
    }

    private async Task<JsonElement> SendAsync(string path, object body, HttpMethod? method = null)
    {
        var office = await fixture.Host.AdministratorAsync();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, Api + path) { Content = JsonContent.Create(body) };
        using var response = await office.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex("name=\"wordingMark\" value=\"(?<mark>[^\"]+)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Mark();
}
