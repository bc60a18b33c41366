using System.Text;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Membership;

[Trait("Req", "CORE-50")]
public sealed class ImportTests(DemonstrationChain chain)
{
    private const string Imports = "/brands/pharmacy/membership/imports";

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

    [Fact]
    public async Task A_file_of_foreign_headings_is_matched_tried_and_imported()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        director.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await ChooseAsync(director, "旧系统.csv", Gbk.GetBytes(
            "订单号,消费时间,门店,会员号,实付金额\nOLD-1,2026-03-01 10:00,north,P100011,88.00\nOLD-2,2026-03-01 11:00,north,nobody,5.00\n"));
        await Expect(director, "#import-columns").ToContainTextAsync("GBK");
        await director.Page.Locator("#column-0").SelectOptionAsync("receipt_no");
        await director.Page.Locator("#column-2").SelectOptionAsync("store_code");
        await UploadAsync(director);

        await Expect(director, "#import").ToContainTextAsync("试运行完成");
        await Expect(director, "#errors tbody").ToContainTextAsync("nobody");
        (await director.BarriersAsync()).ShouldBeEmpty();
        await director.PressAsync("正式导入");

        await Expect(director, "#import").ToContainTextAsync("导入已完成");
        await Expect(director, "#import").ToContainTextAsync("¥88.00");
        var file = await director.Page.RunAndWaitForDownloadAsync(() => director.Page.ClickAsync("#errors a[download]"));
        (await File.ReadAllTextAsync(await file.PathAsync())).ShouldContain("3,member_no,membership.member-not-found");
        director.Complaints.ShouldBeEmpty();
    }

    public static TheoryData<string, byte[], string> SpoiltFiles => new()
    {
        { "empty.csv", [], "文件是空的" },
        { "picture.csv", [.. Enumerable.Range(0, 2_000).Select(i => (byte)(i * 7))], "不是可识别的文本" },
        { "other.csv", "a,b\n1,2\n"u8.ToArray(), "文件缺少列" },
        { "twice.csv", "amount,amount,member_no,receipt_no,occurred_at,store_code\n"u8.ToArray(), "两列" },
    };

    [Theory, MemberData(nameof(SpoiltFiles))]
    public async Task A_file_that_cannot_be_imported_is_refused_in_words(string name, byte[] content, string why)
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await ChooseAsync(director, name, content);
        await director.PressAsync("上传");

        await Expect(director, "[data-import-faults]").ToContainTextAsync(why);
        new Uri(director.Page.Url).AbsolutePath.ShouldBe(Imports + "/new");
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_tried_can_be_cancelled_and_is_found_again_by_its_state()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        director.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await ChooseAsync(director, "cancelled.csv", "member_no,name\nC-1,甲\n"u8.ToArray());
        await director.Page.SelectOptionAsync("[name=kind]", "members");
        await Expect(director, "#column-1").ToHaveValueAsync("name");
        await UploadAsync(director);
        await Expect(director, "#import").ToContainTextAsync("试运行完成");
        await director.PressAsync("取消导入");
        await Expect(director, "#import").ToContainTextAsync("已取消");

        await director.OpenAsync(Imports);
        await director.Page.SelectOptionAsync("[name=state]", "cancelled");
        await director.Page.WaitForURLAsync("**/imports?**state=cancelled**");
        await Expect(director, "#imports").ToContainTextAsync("cancelled.csv");
        (await director.BarriersAsync()).ShouldBeEmpty();
        director.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_pages_fit_a_phone()
    {
        await using var phone = await chain.VisitAsync("pharmacy.director", VisitOptions.Phone);
        await ChooseAsync(phone, "with-a-name-that-is-longer-than-a-phone-is-wide-and-has-no-blank.csv",
            "member_no,name,mobile\nPH-1,甲,not-a-mobile\n"u8.ToArray());
        await phone.Page.SelectOptionAsync("[name=kind]", "members");
        await Expect(phone, "#column-2").ToHaveValueAsync("mobile");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await UploadAsync(phone);
        await Expect(phone, "#errors tbody").ToContainTextAsync("手机号");
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await phone.OpenAsync(Imports);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task Who_may_not_import_does_not_see_the_page()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        foreach (var address in (string[])[Imports, Imports + "/new"])
            (await cashier.Page.GotoAsync(address))!.Status.ShouldBe(403);
    }

    private static async Task ChooseAsync(Visit visit, string name, byte[] content)
    {
        await visit.OpenAsync(Imports + "/new");
        await visit.Page.SetInputFilesAsync("[name=file]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
    }

    private static async Task UploadAsync(Visit visit)
    {
        await visit.PressAsync("上传");
        await visit.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
    }

    /// <summary>Background work takes its turn: more patience than for a page.</summary>
    private static ILocatorAssertions Expect(Visit visit, string selector)
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        return Assertions.Expect(visit.Page.Locator(selector).First);
    }
}
