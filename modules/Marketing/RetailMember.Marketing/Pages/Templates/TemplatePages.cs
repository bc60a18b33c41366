using Microsoft.AspNetCore.Http;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Direct.TestAddresses;
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

    /// <summary>The steps that have a form of their own on the page.</summary>
    public const string Test = "test";
    public const string Preview = "preview";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<TemplateListPage>(new TemplateListModel(
            await page.RunAsync(page.Query<FindTemplates.Input>() with { Size = table.Size }),
            (await page.RunAsync(new FindLetterProposals.Input())).Letters, page.May(MarketingRights.EditTemplates))));
        pages.MapPost("/letter-proposals", async (PageCall page) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<TakeOverLetter.Input>());
            if (outcome.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.SignInNeeded } no) throw no;
            return outcome.Refusal is { } fault
                ? Page.Redirect(page.Address(MarketingAddress.Templates), Flash.Danger("refusal." + fault.Code, [.. fault.Facts]))
                : Page.Redirect(page.ToTemplate(outcome.Value!.Template), Flash.Success("marketing.template-saved"));
        });
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "templates", MarketingWords.Templates(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindTemplates.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(New, (PageCall page) => FormAsync(page, null, FormFaults.None));
        pages.MapPost(New, (PageCall page) => page.SubmitAsync(() => SaveAsync(page), faults => FormAsync(page, null, faults)));
        pages.MapGet(One, (PageCall page, string template) => ShowAsync(page, template));
        pages.MapGet(One + "/edit", (PageCall page, string template) => EditAsync(page, template, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, string template) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, template, faults)));
        MapStep<ApproveTemplate.Input, TemplateView>(pages, "approval", "marketing.template-approved");
        MapStep<WithdrawTemplate.Input, TemplateView>(pages, "withdrawal", "marketing.template-withdrawn");
        MapStep<SendTest.Input, SendTest.Result>(pages, Test, "marketing.test-sent");
        pages.MapPost($"{One}/{Preview}", (PageCall page, string template) => page.SubmitAsync(
            async () => await ShowAsync(page, template, await page.RunAsync(await page.FormAsync<PreviewTemplate.Input>())),
            faults => FaultyAsync(page, template, Preview, faults)));
    }

    private static void MapStep<TInput, TResult>(PageRoutes pages, string step, string done)
        where TInput : IInput<TResult> =>
        pages.MapPost($"{One}/{step}", (PageCall page, string template) => page.SubmitAsync<TInput, TResult>(
            _ => Page.Redirect(page.ToTemplate(template), Flash.Success(done)),
            faults => FaultyAsync(page, template, step, faults)));

    private static async Task<IResult> ShowAsync(PageCall page, string template, PreviewTemplate.Result? preview = null) =>
        Page.For<TemplatePage>(await ModelAsync(page, template) with { Preview = preview });

    private static async Task<IResult> FaultyAsync(PageCall page, string template, string step, FormFaults faults) =>
        Page.For<TemplatePage>(await ModelAsync(page, template) with { Step = step, Faults = faults });

    private static async Task<TemplateModel> ModelAsync(PageCall page, string template)
    {
        var mayEdit = page.May(MarketingRights.EditTemplates);
        var read = await page.RunAsync(new ReadTemplate.Input(template));
        return new TemplateModel(
            read.Revisions, Preview: null,
            mayEdit ? (await page.RunAsync(new FindTestAddresses.Input())).TestAddresses : [], mayEdit,
            page.May(MarketingRights.ApproveTemplates), read.LacksProviderCode, Step: null, FormFaults.None);
    }

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
