using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Campaigns;

/// <summary>Campaigns as head office runs them and as members see them.</summary>
[Trait("Req", "CORE-04"), Trait("Req", "CORE-11")]
public sealed class CampaignPagesTests(DemonstrationChain chain)
{
    private const string Base = "/brands/pharmacy/campaigns";

    [Theory]
    [InlineData("/campaigns")]
    [InlineData("/campaigns/sprint")]
    [InlineData("/campaigns/bring-a-friend")]
    [InlineData("/campaigns/new/behaviour")]
    [InlineData("/campaigns/new/sprint")]
    [InlineData("/awards")]
    [InlineData("/giving")]
    [InlineData("/leaderboard")]
    [InlineData("/referrals")]
    [InlineData("/members/P100010")]
    public async Task Pages_read_well_on_a_phone_and_at_a_desk(string path)
    {
        foreach (var options in (VisitOptions[])[VisitOptions.Phone, new VisitOptions()])
        {
            await using var director = await chain.VisitAsync("pharmacy.director", options);
            (await director.Page.GotoAsync(Base + path))!.Status.ShouldBe(200);
            (await director.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
            (await director.BarriersAsync()).ShouldBeEmpty();
            director.Complaints.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_campaign_is_drafted_put_right_activated_paused_and_ended()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        director.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await director.OpenAsync(Base + "/campaigns/early-birds");
        await Assertions.Expect(director.Page.Locator("main")).ToContainTextAsync("店庆早鸟签到");
        await Assertions.Expect(director.Page.Locator("#awards tbody tr").First).ToBeVisibleAsync();
        await director.PressAsync("结束");
        await Assertions.Expect(director.Page.Locator("main .badge").First).ToHaveTextAsync("已结束");
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_invites_a_friend_who_joins_by_the_code_and_is_counted()
    {
        await using var mine = await chain.VisitAsync(VisitOptions.Phone);
        await chain.JoinAsync(mine, "/m/pharmacy/join?store=north", "17710000001", "小周");
        await mine.OpenAsync("/m/pharmacy/campaigns");
        (await mine.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await mine.BarriersAsync()).ShouldBeEmpty();
        await mine.Page.Locator("#invitation button").ClickAsync();
        var code = await mine.Page.Locator("[data-referral-code]").GetAttributeAsync("data-referral-code");
        code!.ShouldMatch("^[0-9A-Z]{8}$");
        (await mine.BarriersAsync()).ShouldBeEmpty();

        await using var friend = await chain.VisitAsync(VisitOptions.Phone);
        await chain.JoinAsync(friend, "/m/pharmacy/join?ref=" + code, "17710000002", "小吴");
        await mine.OpenAsync("/m/pharmacy/campaigns");

        await Assertions.Expect(mine.Page.Locator("main")).ToContainTextAsync("已成功邀请 0 人，1 人待确认");
        mine.Complaints.ShouldBeEmpty();
    }
}
