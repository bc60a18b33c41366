using System.Net;
using RetailMember.People;

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
