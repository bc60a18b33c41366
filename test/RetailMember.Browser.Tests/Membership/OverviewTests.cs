using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Membership;

public sealed class OverviewTests(DemonstrationChain chain)
{
    [Theory]
    [InlineData("pharmacy.director", "/brands/pharmacy/membership/overview", 5)]
    [InlineData("pharmacy.director", "/brands/pharmacy/membership/overview?range=12m", 5)]
    [InlineData("admin", "/membership/overview", 4)]
    public async Task Charts_are_drawn_and_open_to_everybody(string person, string address, int charts)
    {
        await using var visit = await chain.VisitAsync(person);
        await visit.OpenAsync(address);
        await Assertions.Expect(visit.Page.Locator(".chart canvas")).ToHaveCountAsync(charts);
        (await visit.BarriersAsync()).ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_see_reports_is_told_so()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        var answer = await cashier.Page.GotoAsync("/brands/pharmacy/membership/overview");
        answer!.Status.ShouldBe(403);
    }

    [Fact]
    public async Task English_is_one_click_away()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync("/brands/pharmacy/membership/overview");
        await director.Page.Locator("header button[name=language]").First.ClickAsync();
        await Assertions.Expect(director.Page.Locator("h1")).ToHaveTextAsync("Overview");
    }
}
