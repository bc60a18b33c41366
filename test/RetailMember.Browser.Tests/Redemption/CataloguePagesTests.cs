using System.Text;
using Microsoft.Playwright;
using RetailMember.Browser.Tests.Platform;

namespace RetailMember.Browser.Tests.Redemption;

[Trait("Req", "RD-01")]
public sealed class CataloguePagesTests(DemonstrationChain chain)
{
    private const string Rewards = "/brands/pharmacy/redemption/rewards";

    [Fact]
    public async Task A_reward_is_made_with_a_conditional_price_and_shown_as_members_see_it()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        var code = await MakeAsync(director);
        await Assertions.Expect(director.Page.Locator(".reward-card")).ToContainTextAsync("1,200 积分");
        await Assertions.Expect(director.Page.Locator("#prices tbody")).ToContainTextAsync("金卡会员");
        (await director.BarriersAsync()).ShouldBeEmpty();

        await director.Page.ClickAsync("[data-bs-target='#supply']");
        await director.Page.FillAsync("#supply [name=pieces]", "12");
        await director.Page.FillAsync("#supply [name=reason]", "到货");
        await director.Page.ClickAsync("#supply .modal-footer .btn-primary");
        await Assertions.Expect(director.Page.Locator("#stock tbody")).ToContainTextAsync("12");

        await director.OpenAsync($"{Rewards}/{code}/edit");
        (await director.Page.InputValueAsync("[name='terms.prices[0].code']")).ShouldBe("gold-card");
        await director.Page.FillAsync("[name='terms.prices[0].points']", "0");
        await director.Page.EvaluateAsync("document.querySelector('main form').noValidate = true");
        await director.PressAsync("保存");
        await Assertions.Expect(director.Page.Locator("#field-terms-prices-0--points-faults")).ToBeVisibleAsync();
        (await director.BarriersAsync()).ShouldBeEmpty();
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_is_uploaded_and_a_file_that_is_none_is_refused_in_words()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        var code = await MakeAsync(director);
        await director.OpenAsync(Rewards + "/pill-box");
        var picture = await director.Page.EvaluateAsync<string>(
            "async () => [...new Uint8Array(await (await fetch(document.querySelector('.reward-card img').src)).arrayBuffer())].join()");
        byte[] png = [.. picture.Split(',').Select(byte.Parse)];

        await UploadAsync(director, code, "<svg/>"u8.ToArray());
        await Assertions.Expect(director.Page.Locator("main .alert-danger")).ToContainTextAsync("PNG 或 JPEG");
        await UploadAsync(director, code, png);
        await Assertions.Expect(director.Page.Locator(".reward-card img")).ToBeVisibleAsync();
        (await director.Page.Locator(".reward-card img").EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)"))
            .ShouldBeGreaterThan(100);
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_tried_then_read_in_and_rows_at_fault_are_listed()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        var code = "file-" + Guid.CreateVersion7().ToString("N");
        const string Headings = "code,name_zh,name_en,kind,points\n";
        await SendAsync(director, $"{Headings}{code},好,Good,goods,10\nbad,坏,Bad,gift,10\n", dryRun: true);
        await Assertions.Expect(director.Page.Locator("#faults tbody")).ToContainTextAsync("kind");
        (await director.BarriersAsync()).ShouldBeEmpty();

        await SendAsync(director, $"{Headings}{code},好,Good,goods,10\n", dryRun: true);
        await Assertions.Expect(director.Page.Locator("main .alert-success")).ToContainTextAsync("新增 1");
        await SendAsync(director, $"{Headings}{code},好,Good,goods,10\n", dryRun: false);
        await director.Page.WaitForURLAsync("**/rewards");
        await Assertions.Expect(director.Page.Locator(".alert-success")).ToContainTextAsync("新增 1");
        (await director.Page.GotoAsync($"{Rewards}/{code}"))!.Status.ShouldBe(200);
        director.Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_catalogue_is_searched_sorted_filtered_and_exported_as_it_is_shown()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Rewards);
        await director.Page.FillAsync("[name=search]", "体温");
        await Assertions.Expect(director.Page.Locator("#rewards tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(director.Page.Locator("#rewards tbody")).ToContainTextAsync("thermometer");
        await director.OpenAsync(Rewards + "?kind=service");
        await Assertions.Expect(director.Page.Locator("#rewards tbody")).ToContainTextAsync("glucose-test");
        await Assertions.Expect(director.Page.Locator("#rewards tbody")).Not.ToContainTextAsync("umbrella");
        await director.OpenAsync(Rewards + "?sort=-points");
        var shown = await director.Page.Locator("#rewards tbody").InnerTextAsync();
        shown.IndexOf("pill-box", StringComparison.Ordinal)
            .ShouldBeGreaterThan(shown.IndexOf("thermometer", StringComparison.Ordinal));
        (await director.BarriersAsync()).ShouldBeEmpty();
        var file = await director.Page.RunAndWaitForDownloadAsync(
            () => director.Page.EvaluateAsync($"location.assign('{Rewards}/export.csv?search=thermo')"));
        (await File.ReadAllLinesAsync(await file.PathAsync())).Length.ShouldBe(2);
        director.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_other_modules_bring_is_called_by_words()
    {
        await using var director = await chain.VisitAsync("pharmacy.director");
        await director.OpenAsync(Rewards + "/new");
        await Assertions.Expect(director.Page.Locator("[name='terms.right.name'] option[value='membership.tier']"))
            .ToHaveTextAsync("会员等级");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/thermometer")]
    [InlineData("/new")]
    [InlineData("/thermometer/edit")]
    [InlineData("/import")]
    public async Task Catalogue_pages_fit_a_phone(string path)
    {
        await using var phone = await chain.VisitAsync("pharmacy.director", VisitOptions.Phone);
        (await phone.Page.GotoAsync(Rewards + path))!.Status.ShouldBe(200);
        (await phone.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        (await phone.BarriersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_edit_sees_the_catalogue_and_not_its_forms()
    {
        await using var cashier = await chain.VisitAsync("pharmacy.cashier");
        (await cashier.Page.GotoAsync(Rewards))!.Status.ShouldBe(200);
        foreach (var path in (string[])["/new", "/thermometer/edit", "/import"])
            (await cashier.Page.GotoAsync(Rewards + path))!.Status.ShouldBe(403);
    }

    private static async Task<string> MakeAsync(Visit director)
    {
        var code = "page-" + Guid.CreateVersion7().ToString("N");
        await director.OpenAsync(Rewards + "/new");
        await director.FillAsync(
            ("terms.name.zh-Hans", "试用礼品"), ("terms.name.en", "Trial gift"), ("reward", code), ("terms.points", "1200"),
            ("terms.stock", "shared"), ("terms.prices[0].code", "gold-card"), ("terms.prices[0].points", "900"));
        await director.Page.CheckAsync("[name='terms.prices[0].tiers'][value=gold]");
        await director.PressAsync("保存");
        await director.Page.WaitForURLAsync("**/rewards/" + code);
        return code;
    }

    private static async Task UploadAsync(Visit director, string code, byte[] file)
    {
        await director.OpenAsync($"{Rewards}/{code}");
        await director.Page.ClickAsync("[data-bs-target='#picture']");
        await director.Page.SetInputFilesAsync(
            "#picture [name=file]", new FilePayload { Name = "gift.png", MimeType = "image/png", Buffer = file });
        await director.Page.ClickAsync("#picture .modal-footer .btn-primary");
    }

    private static async Task SendAsync(Visit director, string file, bool dryRun)
    {
        await director.OpenAsync(Rewards + "/import");
        await director.Page.SetInputFilesAsync(
            "[name=file]", new FilePayload { Name = "catalogue.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await director.Page.SetCheckedAsync("[name=dryRun]", dryRun);
        await director.PressAsync("上传");
    }
}
