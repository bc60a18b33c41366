using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Templates;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Pages.Templates;

/// <summary>The list of templates, one with its revisions, and its form.</summary>
internal static class TemplatePages
{
    private const string List = "/templates";
    private const string One = List + "/{template}";
    private const string New = "/templates-new";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<TemplateListPage>(new TemplateListModel(
            await page.RunAsync(page.Query<FindTemplates.Input>() with { Size = table.Size }),
            page.May(MarketingRights.EditTemplates))));
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "templates", MarketingWords.Templates(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindTemplates.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(New, (PageCall page) => FormAsync(page, null, FormFaults.None));
        pages.MapPost(New, (PageCall page) => page.SubmitAsync(() => SaveAsync(page), faults => FormAsync(page, null, faults)));
        pages.MapGet(One, (PageCall page, string template) => ShowAsync(page, template, FormFaults.None));
        pages.MapGet(One + "/edit", (PageCall page, string template) => EditAsync(page, template, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, string template) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, template, faults)));
        MapStep<ApproveTemplate.Input, TemplateView>(pages, "approval", "marketing.template-approved");
        MapStep<WithdrawTemplate.Input, TemplateView>(pages, "withdrawal", "marketing.template-withdrawn");
        MapStep<SendTest.Input, SendTest.Result>(pages, "test", "marketing.test-sent");
        pages.MapPost(One + "/preview", (PageCall page, string template) => page.SubmitAsync(
            async () => await ShowAsync(
                page, template, FormFaults.None, await page.RunAsync(await page.FormAsync<PreviewTemplate.Input>())),
            faults => ShowAsync(page, template, faults)));
    }

    private static void MapStep<TInput, TResult>(RouteGroupBuilder pages, string step, string done)
        where TInput : IInput<TResult> =>
        pages.MapPost($"{One}/{step}", (PageCall page, string template) => page.SubmitAsync<TInput, TResult>(
            _ => Page.Redirect(page.ToTemplate(template), Flash.Success(done)), faults => ShowAsync(page, template, faults)));

    private static async Task<IResult> ShowAsync(
        PageCall page, string template, FormFaults faults, PreviewTemplate.Result? preview = null) =>
        Page.For<TemplatePage>(new TemplateModel(
            (await page.RunAsync(new ReadTemplate.Input(template))).Revisions, preview,
            page.May(MarketingRights.EditTemplates), page.May(MarketingRights.ApproveTemplates), faults));

    private static async Task<IResult> EditAsync(PageCall page, string template, FormFaults faults) => await FormAsync(
        page, TemplateForm.Of(template, (await page.RunAsync(new ReadTemplate.Input(template))).Revisions[0].Terms), faults);

    private static async Task<IResult> FormAsync(PageCall page, TemplateForm? form, FormFaults faults)
    {
        page.Require(MarketingRights.EditTemplates);
        var signatures = (await page.RunAsync(new FindSignatures.Input())).Signatures;
        return Page.For<TemplateFormPage>(new TemplateFormModel(form, [.. signatures.Select(s => s.Signature)], faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<TemplateForm>()).ToInput());
        return Page.Redirect(page.ToTemplate(saved.Template), Flash.Success("marketing.template-saved"));
    }
}
