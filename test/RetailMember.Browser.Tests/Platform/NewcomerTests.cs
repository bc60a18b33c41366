using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Playwright;

namespace RetailMember.Browser.Tests.Platform;

/// <summary>From the first day to the second factor.</summary>
public sealed class NewcomerTests(DemonstrationChain chain)
{
    private const string OwnPassword = "correct horse battery staple";

    [Fact]
    [Trait("Req", "OPS-10")]
    public async Task A_person_is_taken_on_chooses_a_password_and_works_at_one_store()
    {
        var first = await TakeOnAsync("zhang.san", "张三", "store-manager", "store:pharmacy/north");

        await using var visit = await chain.VisitAsync();
        await visit.SignInAsync("zhang.san", first);
        await visit.OpenAsync("/brands/pharmacy/platform/stores");
        await visit.ShouldBeAtAsync("修改密码");

        await ChooseAsync(visit, first, "zhang.san.2026");
        await visit.ShouldSayAsync("密码不得包含用户名");
        await ChooseAsync(visit, first, OwnPassword);
        await visit.ShouldSayAsync("密码已修改");

        await visit.OpenAsync("/brands/pharmacy/platform/stores");
        await Assertions.Expect(visit.Page.Locator("#stores tbody tr")).ToHaveCountAsync(1);
        (await visit.Page.GotoAsync("/platform/people"))!.Status.ShouldBe(403);
        (await visit.Page.GotoAsync("/brands/apparel/platform/stores"))!.Status.ShouldBe(404);
        visit.Faults().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "OPS-16")]
    public async Task With_an_authenticator_a_password_alone_opens_nothing()
    {
        var first = await TakeOnAsync("li.si", "李四", "cashier", "brand:pharmacy");
        await using var visit = await chain.VisitAsync();
        await visit.SignInAsync("li.si", first);
        await ChooseAsync(visit, first, OwnPassword);

        await visit.OpenAsync("/platform/account");
        await visit.PressAsync("启用身份验证器");
        await visit.FillAsync(("code", "000000"));
        await visit.PressAsync("确认启用");
        await visit.ShouldSayAsync("验证码不正确");
        var key = await visit.Page.Locator("input[name=key]").GetAttributeAsync("value");
        await visit.FillAsync(("code", CodeOf(key!)));
        await visit.PressAsync("确认启用");
        await visit.ShouldSayAsync("身份验证器已启用");
        var recovery = await visit.Page.Locator("main li").First.TextContentAsync();

        await using var later = await chain.VisitAsync();
        await later.OpenAsync("/sign-in");
        await later.FillAsync(("userName", "li.si"), ("password", OwnPassword));
        await later.Keyboard.PressAsync("Enter");
        await later.ShouldBeAtAsync("两步验证");
        await later.FillAsync(("code", "123456"));
        await later.Keyboard.PressAsync("Enter");
        await later.ShouldSayAsync("不正确");
        await later.FillAsync(("code", recovery!));
        await later.Keyboard.PressAsync("Enter");
        await later.Page.WaitForURLAsync("**/brands/pharmacy/**");
        later.Faults().ShouldBeEmpty();
    }

    private async Task<string> TakeOnAsync(string userName, string name, string role, string scope)
    {
        await using var office = await chain.VisitAsync("admin");
        await office.OpenAsync("/platform/people/new");
        await office.FillAsync(("displayName", name), ("userName", userName), ("role", role), ("scope", scope));
        await office.PressAsync("创建账号");
        await office.ShouldSayAsync("仅显示这一次");
        return (await office.Page.Locator("[data-select]").GetAttributeAsync("value"))!;
    }

    private static async Task ChooseAsync(Visit visit, string current, string chosen)
    {
        await visit.FillAsync(("currentPassword", current), ("newPassword", chosen), ("repeated", chosen));
        await visit.PressAsync("修改密码");
    }

    /// <summary>As an authenticator app makes it (RFC 6238).</summary>
    private static string CodeOf(string key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm is the standard's.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
