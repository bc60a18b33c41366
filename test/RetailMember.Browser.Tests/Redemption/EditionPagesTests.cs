using System.Globalization;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "RD-02")]
public sealed class EditionPagesTests(DemonstrationChain chain)
{
    private const string Editions = "/brands/restaurant/redemption/editions";

    [Fact]
    public async Task Next_years_month_is_prepared_with_the_last_editions_rewards_and_published()
    {
        await using var director = await chain.VisitAsync("restaurant.director");
        director.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var month = TimeProvider.System.GetUtcNow().AddYears(1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await director.OpenAsync($"{Editions}?month={month}");
        await Assertions.Expect(director.Page.Locator("main .alert-warning")).ToBeVisibleAsync();
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.Page.ClickAsync("a:has-text('新建期次')");
        (await director.Page.InputValueAsync("[name=edition]")).ShouldBe(month);
        (await director.Page.Locator(".edition-reward input[type=checkbox]:checked").CountAsync()).ShouldBeGreaterThan(2);
        await director.Page.FillAsync(".edition-reward:has-text('soup') input[type=number]", "99");
        await director.PressAsync("保存");
        await director.Page.WaitForURLAsync($"**/editions/{month}");
        (await director.Page.InputValueAsync(".edition-reward:has-text('soup') input[type=number]")).ShouldBe("99");
        (await director.BarriersAsync()).ShouldBeEmpty();

        await director.PressAsync("发布");
        await director.Page.WaitForURLAsync("**/editions?month=" + month);
        await Assertions.Expect(director.Page.Locator(".edition-published").First).ToHaveTextAsync(month);
        await Assertions.Expect(director.Page.Locator("main .alert-warning")).ToHaveCountAsync(0);
        director.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edition_that_shares_days_with_another_is_refused_and_the_form_keeps_what_was_ticked()
    {
        await using var director = await chain.VisitAsync("apparel.director");
        await director.OpenAsync("/brands/apparel/redemption/editions/new");
        await director.FillAsync(("edition", "doubled"));
        await director.Page.CheckAsync(".edition-reward:has-text('canvas-bag') input[type=checkbox]");
        await director.PressAsync("保存");

        await director.ShouldSayAsync("日期重叠");
        (await director.Page.IsCheckedAsync(".edition-reward:has-text('canvas-bag') input[type=checkbox]")).ShouldBeTrue();
        director.Faults().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/new")]
    public async Task Edition_pages_fit_a_phone(string path)
    {
        await using var phone = await chain.VisitAsync("restaurant.director", VisitOptions.Phone);
        (await phone.Page.GotoAsync(Editions + path))!.Status.ShouldBe(200);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
    }
}
