using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Pages;

public sealed class PageTests
{
    [Fact]
    public async Task A_page_stands_in_the_shell_and_carries_its_title()
    {
        await using var host = await PageFixture.StartAsync(pages => pages.MapGet("/sample", () => Page.Of<SamplePage>()));

        var page = await host.OpenAsync("/sample");

        page.Title.ShouldBe("样例 · 示范连锁");
        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-Hans");
        page.QuerySelector("nav .nav-item.active")!.TextContent.ShouldContain("会员");
        page.QuerySelectorAll("#rows td").Select(c => c.TextContent).ShouldBe(["<甲>", "乙"]);
    }

    [Fact]
    public async Task Nothing_inline_so_the_content_security_policy_holds()
    {
        await using var host = await PageFixture.StartAsync(pages => pages.MapGet("/sample", () => Page.Of<SamplePage>()));

        var response = await host.Client.GetAsync(new Uri("/sample", UriKind.Relative));
        var page = await PageFixture.ReadAsync(response);

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Htmx_gets_the_content_without_the_document_around_it()
    {
        await using var host = await PageFixture.StartAsync(pages => pages.MapGet("/sample", () => Page.Of<SamplePage>()));
        host.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        var html = await host.Client.GetStringAsync(new Uri("/sample?sort=-name", UriKind.Relative));

        html.ShouldNotContain("<html");
        html.ShouldContain("aria-sort=\"descending\"");
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed_and_the_text_beside_its_field()
    {
        await using var host = await PageFixture.StartAsync(pages =>
        {
            pages.MapGet("/sample", () => Page.Of<SamplePage>());
            pages.MapPost("/sample", (PageCall page) => page.SubmitAsync(
                async () => throw Refusal.Invalid((await page.FormAsync<Sent>()).Mobile.Length > 0 ? "mobile" : "body", "request.forged"),
                faults => Task.FromResult(Page.Of<SamplePage>(new { Faults = faults }))));
        });

        var response = await PostAsync(host, "/sample", ("mobile", "138x"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await PageFixture.ReadAsync(response);
        var field = page.QuerySelector("#field-mobile")!;
        field.GetAttribute("value").ShouldBe("138x");
        field.ClassList.ShouldContain("is-invalid");
        page.QuerySelector("#field-mobile-faults")!.TextContent.ShouldContain("此页面已过期");
    }

    [Fact]
    public async Task A_field_within_cards_tells_its_fault_itself_and_the_form_only_what_no_field_shows()
    {
        await using var host = await PageFixture.StartAsync(pages => pages.MapGet("/sample", () => Page.Of<SamplePage>(
            new { Faults = new FormFaults([], [("note", "必填。"), ("elsewhere", "无效。")]) })));

        var page = await host.OpenAsync("/sample");

        page.QuerySelector("#field-note-faults")!.TextContent.ShouldContain("必填。");
        page.QuerySelectorAll("form .alert").ShouldHaveSingleItem().TextContent.ShouldContain("无效。");
    }

    [Fact]
    public async Task A_post_without_the_sites_token_is_refused_before_the_page_runs()
    {
        var ran = false;
        await using var host = await PageFixture.StartAsync(pages => pages.MapPost("/sample", () =>
        {
            ran = true;
            return Page.Of<SamplePage>();
        }));

        using var form = new FormUrlEncodedContent([]);
        var response = await host.Client.PostAsync(new Uri("/sample", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_is_shown_on_the_next_page_once()
    {
        await using var host = await PageFixture.StartAsync(pages =>
        {
            pages.MapGet("/sample", () => Page.Of<SamplePage>());
            pages.MapPost("/done", () => Page.Redirect("/sample", Flash.Success("refusal.export.unknown-format", ("format", "<pdf>"))));
        });

        var response = await PostAsync(host, "/done");

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await host.OpenAsync("/sample")).QuerySelector("#messages .alert")!.TextContent.ShouldContain("<pdf>");
        (await host.OpenAsync("/sample")).QuerySelector("#messages .alert").ShouldBeNull();
    }

    [Fact]
    public async Task Refusals_faults_and_missing_pages_become_pages_without_inner_details()
    {
        await using var host = await PageFixture.StartAsync(pages =>
        {
            pages.MapGet("/refused", IResult () => throw new Refusal("export.unknown-format", RefusalKind.Conflict, ("format", "pdf")));
            pages.MapGet("/broken", IResult () => throw new InvalidOperationException("secret"));
            pages.MapGet("/half-done", () => Page.Of<HalfDonePage>());
            pages.MapGet("/inside", IResult () => throw new Refusal("person.sign-in-needed", RefusalKind.SignInNeeded));
        });

        (await StatusAndTextAsync(host, "/refused")).ShouldBe((HttpStatusCode.Conflict, "不支持导出为 pdf。"));
        var (status, text) = await StatusAndTextAsync(host, "/broken");
        status.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldNotContain("secret");
        (await StatusAndTextAsync(host, "/half-done")).ShouldBe((status, text));
        (await StatusAndTextAsync(host, "/nowhere")).Item1.ShouldBe(HttpStatusCode.NotFound);
        var inside = await host.Client.GetAsync(new Uri("/inside?tab=2", UriKind.Relative));
        inside.Headers.Location!.OriginalString.ShouldBe("/sign-in?returnTo=%2Finside%3Ftab%3D2");
    }

    private static async Task<(HttpStatusCode, string)> StatusAndTextAsync(PageFixture host, string address)
    {
        var response = await host.Client.GetAsync(new Uri(address, UriKind.Relative));
        return (response.StatusCode, (await PageFixture.ReadAsync(response)).QuerySelector(".empty-subtitle")!.TextContent);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        PageFixture host, string address, params (string Name, string Value)[] fields)
    {
        var token = (await host.OpenAsync("/sample")).QuerySelector("meta[name=csrf-token]")!.GetAttribute("content")!;
        using var form = new FormUrlEncodedContent(
            fields.Append((Csrf.FieldName, token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await host.Client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    private sealed record Sent(string Mobile);
}
