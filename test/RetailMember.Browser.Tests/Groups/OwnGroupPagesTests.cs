using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Groups;

/// <summary>A member's groups on his own phone.</summary>
[Trait("Req", "PH-08"), Trait("Req", "CORE-38")]
public sealed class OwnGroupPagesTests(DemonstrationChain chain)
{
    private const string Groups = "/m/pharmacy/groups";

    [Theory]
    [InlineData("zh-CN", "17710000011", "主卡兑换时可使用全体成员的积分", "您已退出")]
    [InlineData("en-US", "17710000012", "you spend your own only", "You have left")]
    public async Task A_member_reads_whose_points_pay_for_whom_and_leaves(string language, string mobile, string pool, string left)
    {
        await using var phone = await chain.VisitAsync(VisitOptions.Phone with { Language = language });
        phone.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await chain.JoinAsync(phone, "/m/pharmacy/join?store=north", mobile, "小何");
        var (group, holder) = await FormAsync(mobile);

        await phone.OpenAsync("/m/pharmacy/me");
        await phone.Page.ClickAsync($"a[href$='{Groups}']");
        var own = phone.Page.Locator($"[data-group='{group}']");
        await Assertions.Expect(own).ToContainTextAsync(pool);
        await Assertions.Expect(own).ToContainTextAsync("****" + holder[^4..]);
        await Assertions.Expect(phone.Page.Locator("main")).Not.ToContainTextAsync(holder);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
        phone.Complaints.ShouldBeEmpty();

        await own.Locator("button").ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".alert-success")).ToContainTextAsync(left);
        (await own.CountAsync()).ShouldBe(0);
        phone.Faults().ShouldBeEmpty();
    }

    /// <summary>A household with somebody new who holds its main card.</summary>
    private async Task<(string Group, string Holder)> FormAsync(string member)
    {
        var holder = (await PostAsync(
            "membership/members", new { key = "holder/" + member, name = "何先生", mobile = "178" + member[3..], storeCode = "north" }))
            .GetProperty("memberNo").GetString()!;
        var group = await PostAsync("groups/groups", new
        {
            key = "household/" + member, kind = "household", holder, members = new[] { member }, agreed = true, proofSeen = true,
        });
        return (group.GetProperty("group").GetString()!, holder);
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        var office = await chain.Host.AdministratorAsync();
        var answer = await office.PostAsJsonAsync("/api/brands/pharmacy/" + path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
