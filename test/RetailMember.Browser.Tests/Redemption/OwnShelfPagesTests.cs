using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

/// <summary>The rewards page on a member's own phone.</summary>
[Trait("Req", "RD-04"), Trait("Req", "CORE-38")]
public sealed class OwnShelfPagesTests(DemonstrationChain chain)
{
    private const string Rewards = "/m/pharmacy/redemption/rewards";

    /// <summary>A member of every brand of the demonstration.</summary>
    private const string Mobile = "19900000000";

    /// <summary>One walk: whoever has just got a code waits a minute for the next.</summary>
    [Fact, Trait("Req", "RD-12")]
    public async Task A_member_sees_what_waits_for_him_shows_its_code_and_passes_a_voucher_on_to_a_friend()
    {
        var voucher = await IssueAsync();
        await using var phone = await LogInAsync();
        await phone.OpenAsync(Rewards);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();

        await phone.Page.Locator("#gifts .shelf-code button").First.ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#gifts img.qr").First).ToBeVisibleAsync();
        (await phone.Page.Locator("img.reward-picture").First.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)"))
            .ShouldBeGreaterThan(100);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        phone.Complaints.ShouldBeEmpty();

        phone.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await phone.OpenAsync(Rewards);
        await phone.Page.ClickAsync($"a[href$='/vouchers/{voucher}/transfer']");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();

        await SendAsync(phone, "nobody");
        await Assertions.Expect(phone.Page.Locator(".alert-danger")).ToContainTextAsync("受赠人无法接收此券");
        await SendAsync(phone, "P100050");
        await Assertions.Expect(phone.Page.Locator(".alert-success")).ToContainTextAsync("已转赠");
        (await phone.Page.Locator($"a[href$='/vouchers/{voucher}/transfer']").CountAsync()).ShouldBe(0);
        phone.Faults().ShouldBeEmpty();
    }

    private async Task<Visit> LogInAsync()
    {
        var phone = await chain.VisitAsync(VisitOptions.Phone);
        await phone.OpenAsync("/m/pharmacy/log-in");
        await phone.Page.FillAsync("[name=mobile]", Mobile);
        await phone.Page.Locator("form[data-form] button.btn-primary").ClickAsync();
        await phone.Page.Locator("[name=code]").FillAsync(chain.CodeFor(Mobile));
        await phone.Page.Locator("form[data-form] button.btn-primary").ClickAsync();
        await phone.Page.WaitForURLAsync("**/m/pharmacy");
        return phone;
    }

    private static async Task SendAsync(Visit phone, string receiver)
    {
        await phone.Page.FillAsync("[name=receiver]", receiver);
        await phone.Page.Locator("form[data-form] button.btn-primary").ClickAsync();
    }

    private async Task<Guid> IssueAsync()
    {
        var office = await chain.Host.AdministratorAsync();
        var answer = await office.PostAsJsonAsync(
            "/api/brands/pharmacy/redemption/vouchers",
            new { key = Guid.CreateVersion7().ToString("N"), member = Mobile, definition = "refill-30", reason = "test" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("voucher").GetGuid();
    }
}
