using System.Net;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests;

/// <summary>The module's pages, as somebody of the brand opens them.</summary>
[Trait("Req", "PH-12")]
public sealed class PageTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    [Fact]
    public async Task The_counter_shows_what_a_member_may_have_and_fills_him_up()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(1_400, "gold");
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.StoreManager, club.Brand, "s1");
        var counter = $"/brands/{club.Brand.Code}/pharmacy/counter";

        await browser.OpenAsync(counter);
        var shown = await browser.SubmitAsync(counter, ("member", member));
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await shown.Content.ReadAsStringAsync()).ShouldContain(member);
        var filled = await browser.SubmitAsync(
            counter + "/top-up", ("key", ClubChain.Key()), ("member", member), ("storeCode", "s1"));

        filled.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await club.PointsAsync(member)).ShouldBe(1_500);
    }

    [Theory, InlineData("rankings"), InlineData("drugs"), InlineData("rules"), InlineData("rules/draft"), InlineData("health-accesses")]
    public async Task Each_page_opens(string page)
    {
        var club = await ClubChain.OpenAsync(fixture);
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, club.Brand);
        var shown = await browser.OpenAsync($"/brands/{club.Brand.Code}/pharmacy/{page}");
        shown.ShouldContain($"/brands/{club.Brand.Code}/pharmacy/");
    }

    [Fact, Trait("Req", "PH-01"), Trait("Req", "PH-08"), Trait("Req", "PH-14")]
    public async Task On_his_phone_a_member_sees_what_is_missing_and_his_own_tests_alone()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (me, spouse) = (await club.MemberAsync(), await club.MemberAsync());
        await club.GroupAsync("household", spouse, me);
        await club.BuyAsync(me, 1_000);
        await club.PostAsync("pharmacy/health-consents", new { member = me, agreed = true });
        await club.PostAsync("pharmacy/health-records", new
        {
            key = ClubChain.Key(), storeCode = "s1", member = me, recordKind = "consultation", finding = "herbal paste",
        });
        var own = $"/m/{club.Brand.Code}/pharmacy";

        var (mine, others) = (await club.PhoneAsync(me), await club.PhoneAsync(spouse));

        (await mine.OpenAsync(own)).ShouldContain("1,000 / 1,200");
        (await mine.OpenAsync(own + "/health")).ShouldContain("herbal paste");
        (await others.OpenAsync(own)).ShouldContain("0 / 1,200");
        (await others.OpenAsync(own + "/health")).ShouldNotContain("herbal paste");
        (await others.OpenAsync(own + "/health")).ShouldNotContain("/health/withdrawal");
        (await mine.OpenAsync(own + "/health")).ShouldContain("erased for good");
        (await mine.SubmitAsync(own + "/health/withdrawal")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await mine.OpenAsync(own + "/health")).ShouldNotContain("herbal paste");
        (await club.TryPostAsync("pharmacy/health-records", new
        {
            key = ClubChain.Key(), storeCode = "s1", member = me, recordKind = "consultation", finding = "once more",
        })).StatusCode.ShouldBe(HttpStatusCode.Conflict, "He has agreed no more.");
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        using var off = await mine.GetAsync(own);
        off.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Trait("Req", "PH-06"), Trait("Req", "PH-14")]
    public async Task Messages_find_only_who_has_agreed_and_nobody_where_the_club_is_off()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (agreed, tested) = (await club.MemberAsync(), await club.MemberAsync());
        await club.MemberAsync();
        foreach (var member in new[] { agreed, tested })
            await club.PostAsync("pharmacy/health-consents", new { member, agreed = true });
        await club.PostAsync("pharmacy/health-records", new
        {
            key = ClubChain.Key(), storeCode = "s1", member = tested, recordKind = "glucoseTest", finding = "5.8",
        });
        var days = new { days = new[] { "30" } };
        object notTested = new { members = new { conditions = new[] { new { kind = "pharmacy.not-tested", values = days } } } };
        object all = new { members = new { conditions = new[] { new { kind = "pharmacy.health-agreed" } } } };

        foreach (var asked in (object[])[notTested, all])
        {
            var found = await club.PostAsync("marketing/segments/preview", asked);
            found.TryGetProperty("count", out _).ShouldBeFalse("neither who, nor whether one member has agreed");
            found.TryGetProperty("costEstimate", out _).ShouldBeFalse();
            found.GetProperty("sampleMembers").GetArrayLength().ShouldBe(0);
        }

        foreach (var negated in new object[]
        {
            new { members = new { conditions = new[] { new { kind = "pharmacy.health-agreed", not = true } } } },
            new { members = new { not = true, conditions = new[] { new { kind = "pharmacy.not-tested", values = days } } } },
            new { members = new { groups = new[] { new { not = true, conditions = new[] { new { kind = "pharmacy.health-agreed" } } } } } },
        })
        {
            using var refused = await club.TryPostAsync("marketing/segments/preview", negated);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("marketing.condition-not-negated");
        }

        object[] either =
            [new { kind = "pharmacy.health-agreed" }, new { kind = "membership.tier", values = new { oneOf = new[] { "gold" } } }];
        object padded = new { members = new { match = "any", conditions = either } };
        using (var refused = await club.TryPostAsync("marketing/segments/preview", padded))
            (await refused.Content.ReadAsStringAsync()).ShouldContain("marketing.condition-not-optional");

        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);
        using var off = await club.TryPostAsync("marketing/segments/preview", all);
        off.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, InlineData("drugs/export.csv"), InlineData("rankings/2025/1/export.xlsx")]
    public async Task Lists_leave_as_files(string file)
    {
        var club = await ClubChain.OpenAsync(fixture);
        await club.PutAsync("pharmacy/drugs", new { article = "med-1", name = "Amoxicillin", drugClass = "otcA" });
        var member = await club.MemberAsync();
        await club.BuyAsync(member, 1_300, at: "2025-02-03T12:00:00");
        await club.UntilGoldAsync(member);
        await club.PostAsync("pharmacy/rankings", new { });
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, club.Brand);
        using var answer = await browser.GetAsync($"/brands/{club.Brand.Code}/pharmacy/{file}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldNotBeEmpty();
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task Health_data_is_recorded_and_looked_at_on_its_page()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync();
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.StoreManager, club.Brand, "s1");
        var page = $"/brands/{club.Brand.Code}/pharmacy/health/{member}";

        await browser.OpenAsync(page);
        (await browser.SubmitAsync(page + "/consent", ("agreed", "true"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var recorded = await browser.SubmitAsync(
            page + "/records", ("key", ClubChain.Key()), ("storeCode", "s1"), ("recordKind", "consultation"), ("finding", "herbal paste"));
        recorded.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var looked = await browser.SubmitAsync(page + "/look", ("reason", "advice"));
        (await looked.Content.ReadAsStringAsync()).ShouldContain("herbal paste");
    }
}
