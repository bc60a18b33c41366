using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Portal;

/// <summary>Head office words what members agree to.</summary>
[Trait("Req", "CORE-02")]
public sealed class WordingPagesTests(DemonstrationChain chain)
{
    private const string List = "/brands/restaurant/portal/wordings";

    [Fact]
    public async Task The_next_version_is_written_published_and_shown_to_whoever_joins()
    {
        await using var office = await chain.VisitAsync("restaurant.director");
        await office.OpenAsync(List + "?purpose=marketing");
        (await office.BarriersAsync()).ShouldBeEmpty();
        await office.FillAsync(("chinese", "我愿意收到新菜预告"), ("english", "   "));
        await office.PressAsync("发布");
        await Assertions.Expect(office.Page.Locator("#field-english-faults")).ToBeVisibleAsync();
        (await office.Page.InputValueAsync("[name=chinese]")).ShouldBe("我愿意收到新菜预告");

        await office.FillAsync(("english", "Tell me of new dishes"));
        await office.PressAsync("发布");

        await Assertions.Expect(office.Page.Locator(".alert-success")).ToContainTextAsync("第 2 版");
        await Assertions.Expect(office.Page.Locator("#wordings tbody")).ToContainTextAsync("我愿意收到新菜预告");
        (await office.BarriersAsync()).ShouldBeEmpty();
        (await office.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        office.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_publish_does_not_see_them()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        (await cashier.Page.GotoAsync("/brands/pharmacy/portal/wordings"))!.Status.ShouldBe(403);
    }
}
