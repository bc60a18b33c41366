using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Drugs;

/// <summary>Prescription and class-A medicines are no gifts, whichever way they are offered.</summary>
[Trait("Req", "PH-13")]
public sealed class DrugGateTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    [Theory]
    [InlineData("prescription", "pharmacy.prescription-is-no-gift"), InlineData("otcA", "pharmacy.class-a-is-no-gift")]
    public async Task Such_a_medicine_does_not_come_into_the_catalogue(string drugClass, string refusal)
    {
        var club = await OpenAsync(drugClass);

        using var byArticle = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"));
        using var byCode = await club.TryPutAsync("redemption/rewards/med-1", Reward(null));

        (await ClubChain.CodeOf(byArticle)).ShouldBe(refusal);
        (await byArticle.Content.ReadAsStringAsync()).ShouldContain("Amoxicillin");
        (await ClubChain.CodeOf(byCode)).ShouldBe(refusal);
    }

    [Theory, InlineData(" med-1"), InlineData("MED-1"), InlineData("Med-1 ")]
    public async Task Blanks_and_capitals_make_no_other_medicine(string article)
    {
        var club = await OpenAsync("prescription");

        using var reward = await club.TryPutAsync("redemption/rewards/gift", Reward(article));
        using var classed = await club.TryPutAsync("pharmacy/drugs", new { article = "MED-1", name = "Amoxicillin", drugClass = "otcA" });
        using var again = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"));

        (await ClubChain.CodeOf(reward)).ShouldBe("pharmacy.prescription-is-no-gift");
        classed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ClubChain.CodeOf(again)).ShouldBe("pharmacy.class-a-is-no-gift");
    }

    [Theory, InlineData("国药准字Z11020361"), InlineData("A/01"), InlineData("5% glucose")]
    public async Task Whatever_a_reward_may_name_as_its_article_can_be_classed(string article)
    {
        var club = await ClubChain.OpenAsync(fixture);
        using (var unclassed = await club.TryPutAsync("redemption/rewards/gift", Reward(article)))
            (await ClubChain.CodeOf(unclassed)).ShouldBe("pharmacy.article-unclassed");

        await club.PutAsync("pharmacy/drugs", new { article, name = "Drops", drugClass = "otcB" });
        using (var harmless = await club.TryPutAsync("redemption/rewards/gift", Reward(article)))
            harmless.StatusCode.ShouldBe(HttpStatusCode.OK);
        await club.PutAsync("pharmacy/drugs", new { article, name = "Drops", drugClass = "prescription" });

        using var medicine = await club.TryPutAsync("redemption/rewards/gift", Reward(article));
        (await ClubChain.CodeOf(medicine)).ShouldBe("pharmacy.prescription-is-no-gift");
    }

    [Fact]
    public async Task The_list_of_goods_without_a_class_says_that_nobody_can_have_them_only_where_that_is_so()
    {
        var club = await OpenAsync("none");
        await club.PutAsync("platform/settings/Pharmacy.ClassNeeded", new { value = "false" });
        using (var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("new-med"))) taken.EnsureSuccessStatusCode();
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, club.Brand);
        var page = $"/brands/{club.Brand.Code}/pharmacy/drugs";

        var free = await browser.OpenAsync(page);
        await club.PutAsync("platform/settings/Pharmacy.ClassNeeded", new { value = "true" });
        var barred = await browser.OpenAsync(page);

        free.ShouldContain("id=\"without-class\"");
        free.ShouldNotContain("nobody can have them");
        barred.ShouldContain("nobody can have them");
    }

    [Theory, InlineData("none"), InlineData("otcB")]
    public async Task Whatever_else_the_shop_sells_may_be_a_reward(string drugClass)
    {
        var club = await OpenAsync(drugClass);
        using var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"));
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_classed_later_is_refused_from_then_on_at_the_counter_and_as_a_gift()
    {
        var club = await OpenAsync("none");
        using (var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"))) taken.EnsureSuccessStatusCode();
        await club.OfferAsync("all", "2020-01-01", "2099-12-31", "gift");
        var member = await club.MemberAsync(1_000);
        using (var before = await club.TryRedeemAsync(member, "gift")) before.StatusCode.ShouldBe(HttpStatusCode.OK);

        await ClassAsync(club, "prescription");

        using (var after = await club.TryRedeemAsync(member, "gift"))
        {
            (await ClubChain.CodeOf(after)).ShouldBe("pharmacy.prescription-is-no-gift");
            (await after.Content.ReadAsStringAsync()).ShouldContain("Amoxicillin");
        }

        using (var given = await club.TryPostAsync(
            "redemption/gifts",
            new { key = ClubChain.Key(), member, rewards = new[] { "gift" }, reason = "kindness", claimUntil = "2025-06-30" }))
            given.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        using (var withdrawn = await club.TryPutAsync(
            "redemption/rewards/gift", new { terms = Terms("med-1"), withdrawn = true }))
            withdrawn.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await club.PointsAsync(member)).ShouldBe(900);
    }

    [Fact]
    public async Task What_was_ordered_before_it_was_classed_is_not_handed_out_and_its_points_come_back()
    {
        var club = await OpenAsync("none");
        using (var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"))) taken.EnsureSuccessStatusCode();
        await club.OfferAsync("all", "2020-01-01", "2099-12-31", "gift");
        var member = await club.MemberAsync(1_000);
        using var ordered = await club.TryRedeemAsync(member, "gift");
        var order = (await ordered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("order").GetString();

        await ClassAsync(club, "otcA");

        using (var handed = await club.TryPostAsync(
            "redemption/collections", new { key = ClubChain.Key(), storeCode = "s1", order, check = "known" }))
            (await ClubChain.CodeOf(handed)).ShouldBe("pharmacy.class-a-is-no-gift");
        await club.PostAsync($"redemption/orders/{order}/cancellation", new { reason = "no gift any more" });
        (await club.PointsAsync(member)).ShouldBe(1_000);
    }

    [Fact]
    public async Task No_campaign_and_no_other_module_gives_such_a_medicine_as_its_prize()
    {
        var club = await OpenAsync("none");
        using (var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"))) taken.EnsureSuccessStatusCode();
        await club.RewardAsync("book", Terms("book"));

        await ClassAsync(club, "prescription");

        await using var scope = fixture.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = club.Brand.Id;
        var choices = await scope.ServiceProvider.GetRequiredService<IGiftChoices>()
            .AtAsync(new DateOnly(2025, 6, 18), TestContext.Current.CancellationToken);
        choices.ShouldNotContain(c => c.Code == "gift");
        choices.ShouldContain(c => c.Code == "book");
    }

    [Fact]
    public async Task Medicines_and_what_medical_insurance_pays_earn_nothing_where_the_programme_says_so()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await club.ChangeEarningAsync(rule => rule["exceptCategories"] = new JsonArray("rx", "otc-a"));
        var member = await club.MemberAsync();
        var lines = new object[]
        {
            new { category = "rx", quantity = 1, amount = 100 }, new { category = "otc-a", quantity = 1, amount = 50 },
            new { category = "vitamins", quantity = 1, amount = 80 }, new { quantity = 1, amount = 20 },
        };
        var paid = await club.PostAsync("membership/purchases", new { receiptNo = "R-rx", storeCode = "s1", member, lines });

        paid.GetProperty("points").GetInt64().ShouldBe(100);
        var insured = await club.PostAsync("membership/purchases", new
        {
            receiptNo = "R-ins", storeCode = "s1", member, lines = new[] { new { category = "vitamins", quantity = 1, amount = 80 } },
            tenders = new[] { new { kind = "external", code = "medical-insurance", amount = 60 } },
        });
        insured.GetProperty("points").GetInt64().ShouldBe(20);
    }

    [Fact, Trait("Req", "PH-12")]
    public async Task What_came_into_the_catalogue_while_the_club_was_off_is_not_published_once_it_is_on()
    {
        var club = await OpenAsync("prescription");
        await club.PutAsync("pharmacy/drugs", new { article = "book", name = "Book", drugClass = "none" });
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        using (var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"))) taken.EnsureSuccessStatusCode();
        using (var book = await club.TryPutAsync("redemption/rewards/book", Reward("book"))) book.EnsureSuccessStatusCode();
        await club.PutAsync("redemption/editions/june", Edition("2025-06-01", "2025-12-31", "gift"));
        await club.PutAsync("redemption/editions/next", Edition("2026-01-01", "2026-12-31", "book"));
        await club.PostAsync("redemption/editions/next/publication", new { });
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: true);

        using var published = await club.TryPostAsync("redemption/editions/june/publication", new { });
        using var added = await club.TryPutAsync(
            "redemption/editions/next", Edition("2026-01-01", "2026-12-31", "book", "gift"));

        (await ClubChain.CodeOf(published)).ShouldBe("pharmacy.prescription-is-no-gift");
        (await published.Content.ReadAsStringAsync()).ShouldContain("Amoxicillin");
        (await ClubChain.CodeOf(added)).ShouldBe("pharmacy.prescription-is-no-gift");
    }

    [Fact]
    public async Task Goods_that_do_not_say_which_article_they_are_pass_nowhere_unless_head_office_says_so()
    {
        var club = await OpenAsync("prescription");
        using (var nameless = await club.TryPutAsync("redemption/rewards/amoxicillin", Reward(null)))
            (await ClubChain.CodeOf(nameless)).ShouldBe("pharmacy.article-needed");
        using (var service = await club.TryPutAsync(
            "redemption/rewards/test",
            new { terms = new { name = ClubChain.Name("检测"), kind = "service", points = 100, service = new { uses = 1, days = 30 } } }))
            service.StatusCode.ShouldBe(HttpStatusCode.OK);
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        using (var book = await club.TryPutAsync("redemption/rewards/book", Reward(null))) book.EnsureSuccessStatusCode();
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: true);
        await club.PutAsync("redemption/editions/june", Edition("2025-06-01", "2025-12-31", "book"));
        using (var published = await club.TryPostAsync("redemption/editions/june/publication", new { }))
            (await ClubChain.CodeOf(published)).ShouldBe("pharmacy.article-needed");

        await club.PutAsync("platform/settings/Pharmacy.ClassNeeded", new { value = "false" });
        await club.PostAsync("redemption/editions/june/publication", new { });
    }

    [Fact]
    public async Task An_article_that_nobody_has_classed_passes_nowhere_and_is_told_until_somebody_says_what_it_is()
    {
        var club = await OpenAsync("prescription");
        using (var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("new-med")))
        {
            (await ClubChain.CodeOf(taken)).ShouldBe("pharmacy.article-unclassed");
            (await taken.Content.ReadAsStringAsync()).ShouldContain("new-med");
        }

        (await UnclassedAsync(club)).ShouldBeEmpty("What is not in the catalogue waits for nobody.");
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        using (var taken = await club.TryPutAsync("redemption/rewards/gift", Reward("new-med"))) taken.EnsureSuccessStatusCode();
        await club.OfferAsync("all", "2020-01-01", "2099-12-31", "gift");
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: true);
        var member = await club.MemberAsync(1_000);

        using (var ordered = await club.TryRedeemAsync(member, "gift"))
            (await ClubChain.CodeOf(ordered)).ShouldBe("pharmacy.article-unclassed");
        (await UnclassedAsync(club)).ShouldBe([("gift", "new-med")]);
        (await club.PointsAsync(member)).ShouldBe(1_000);

        await club.PutAsync("pharmacy/drugs", new { article = "NEW-MED", name = "Lozenges", drugClass = "otcB" });

        using (var ordered = await club.TryRedeemAsync(member, "gift")) ordered.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await UnclassedAsync(club)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_office_may_let_pass_what_has_no_class_and_medicines_are_kept_out_all_the_same()
    {
        var club = await OpenAsync("otcA");
        await club.PutAsync("platform/settings/Pharmacy.ClassNeeded", new { value = "false" });

        using var unclassed = await club.TryPutAsync("redemption/rewards/gift", Reward("new-med"));
        using var medicine = await club.TryPutAsync("redemption/rewards/other", Reward("med-1"));

        unclassed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ClubChain.CodeOf(medicine)).ShouldBe("pharmacy.class-a-is-no-gift");
        (await UnclassedAsync(club)).ShouldBe([("gift", "new-med")]);
    }

    private static async Task<IReadOnlyList<(string, string)>> UnclassedAsync(ClubChain club) =>
    [
        .. (await club.GetAsync("pharmacy/unclassed-articles")).GetProperty("goods").EnumerateArray()
            .Select(g => (g.GetProperty("reward").GetString()!, g.GetProperty("article").GetString()!)),
    ];

    private static object Edition(string from, string to, params string[] rewards) =>
        new { from, to, items = rewards.Select(reward => new { reward }) };

    [Fact, Trait("Req", "PH-12")]
    public async Task The_gate_is_only_there_where_the_club_is_on()
    {
        var club = await OpenAsync("prescription");
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        using (var off = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"))) off.StatusCode.ShouldBe(HttpStatusCode.OK);

        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: true);

        using var again = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1"));
        (await ClubChain.CodeOf(again)).ShouldBe("pharmacy.prescription-is-no-gift");
    }

    private async Task<ClubChain> OpenAsync(string drugClass)
    {
        var club = await ClubChain.OpenAsync(fixture);
        await ClassAsync(club, drugClass);
        return club;
    }

    private static Task<System.Text.Json.JsonElement> ClassAsync(ClubChain club, string drugClass) =>
        club.PutAsync("pharmacy/drugs", new { article = "med-1", name = "Amoxicillin", drugClass });

    private static object Reward(string? article) => new { terms = Terms(article) };

    private static object Terms(string? article) => new { name = ClubChain.Name("药"), kind = "goods", points = 100, article };
}
