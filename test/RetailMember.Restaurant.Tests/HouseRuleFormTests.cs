using System.Net;
using System.Text.RegularExpressions;
using RetailMember.People;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

/// <summary>The form of the draft: what was read stands behind what is saved, also after a fault.</summary>
[Trait("Req", "RS-06")]
public sealed partial class HouseRuleFormTests(RestaurantOnSqlite fixture) : IClassFixture<RestaurantOnSqlite>
{
    [Fact]
    public async Task After_a_fault_the_form_still_says_what_was_read_and_overwrites_nothing_that_came_meanwhile()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var form = $"/brands/{house.Brand.Code}/restaurant/house-rules/edit";
        var (first, second) = (
            await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, house.Brand),
            await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, house.Brand));
        var read = MarkOf(await first.OpenAsync(form));
        var others = MarkOf(await second.OpenAsync(form));
        (await SaveAsync(second, 5, others)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var faulty = MarkOf(await PageAsync(await SaveAsync(first, 0, read)));
        faulty.ShouldBe(read);
        var corrected = await PageAsync(await SaveAsync(first, 7, faulty));
        corrected.ShouldContain("alert-danger");
        (await PageAsync(await SaveAsync(first, 7, MarkOf(corrected)))).ShouldContain("alert-danger");
        (await MonthsAsync(house)).ShouldBe(5);

        var anew = MarkOf(await first.OpenAsync(form));
        (await SaveAsync(first, 7, anew)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await MonthsAsync(house)).ShouldBe(7);

        Task<HttpResponseMessage> SaveAsync(TestBrowser browser, int months, string mark) => browser.SubmitAsync(
            form, ("wordingMark", mark), ("houseRules.sameDayPerMille", "500"), ("houseRules.sleepingMonths", $"{months}"));
    }

    private static async Task<int> MonthsAsync(Hotel house) =>
        (await house.GetAsync("restaurant/house-rules")).GetProperty("versions")[0].GetProperty("wording").GetProperty("sleepingMonths")
        .GetInt32();

    private static async Task<string> PageAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldNotBe(HttpStatusCode.SeeOther);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string MarkOf(string html)
    {
        var mark = Mark().Match(html).Groups["mark"].Value;
        mark.ShouldNotBeNullOrEmpty();
        return mark;
    }

    [GeneratedRegex("name=\"wordingMark\" value=\"(?<mark>[^\"]+)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Mark();
}
