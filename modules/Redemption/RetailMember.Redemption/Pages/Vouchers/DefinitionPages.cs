using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Proposals;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>Voucher definitions: the list with its funnel, one of them, and the form of a draft.</summary>
internal static class DefinitionPages
{
    private const string List = "/voucher-definitions";
    private const string One = List + "/{definition}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, string? state) => Page.For<DefinitionListPage>(new DefinitionListModel(
            (await page.RunAsync(page.Query<FindVoucherDefinitions.Input>())).Definitions,
            page.May(EditVouchers), page.May(IssueInBulk),
            page.May(EditVouchers) ? (await page.RunAsync(new FindProposedVouchers.Input())).Proposed : [])));
        pages.MapGet(List + "/export.{format}", async (PageCall page, string format) => ExportFile.Of(
            format, "voucher-definitions", VoucherColumns.Definitions(page.Texts), page.TimeZone,
            (await page.RunAsync(page.Query<FindVoucherDefinitions.Input>())).Definitions.ToAsyncEnumerable()));
        pages.MapGet(List + "/new", (PageCall page, IBrandDirectory brands) => Form(page, brands, DefinitionForm.Blank(), FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page, IBrandDirectory brands) => page.SubmitAsync(
            () => SaveAsync(page), faults => Task.FromResult(Form(page, brands, DefinitionForm.Blank(), faults))));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, TableQuery table, string definition) =>
            ShowAsync(page, brands, table, definition));
        pages.MapGet(One + "/export.{format}", (PageCall page, string format, string definition) => ExportFile.Of(
            format, definition, VoucherColumns.Issued(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindIssuedVouchers.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(One + "/edit", (PageCall page, IBrandDirectory brands, string definition) =>
            EditAsync(page, brands, definition, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, IBrandDirectory brands, string definition) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, brands, definition, faults)));
        MapStep(pages, "activation", definition => new ActivateVoucherDefinition.Input(definition), "redemption.vouchers.activated");
        MapStep(pages, "end", definition => new EndVoucherDefinition.Input(definition), "redemption.vouchers.ended");
    }

    private static void MapStep(
        PageRoutes pages, string step, Func<string, IInput<DefinitionView>> command, string done) =>
        pages.MapPost($"{One}/{step}", async (PageCall page, string definition) =>
        {
            var outcome = await page.TryAsync(command(definition));
            if (outcome.Refusal is { Kind: not RefusalKind.Conflict } no) throw no;
            return Page.Redirect(AddressOf(page, definition), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success(done, ("definition", definition)));
        });

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, TableQuery table, string definition)
    {
        var asked = page.Query<FindIssuedVouchers.Input>() with { Size = table.Size };
        var issued = await page.RunAsync(asked);
        var row = (await page.RunAsync(new FindVoucherDefinitions.Input(Definition: definition))).Definitions.Single();
        return Page.For<DefinitionPage>(new DefinitionModel(
            row, issued, brands.NamesOf(page), page.May(EditVouchers),
            page.MayAtSomeStore(RedemptionPermissions.IssueVouchers), page.May(IssueInBulk)));
    }

    private static async Task<IResult> EditAsync(PageCall page, IBrandDirectory brands, string definition, FormFaults faults)
    {
        var read = await page.RunAsync(new ReadVoucherDefinition.Input(definition));
        return Form(page, brands, DefinitionForm.Of(read), faults);
    }

    private static IResult Form(PageCall page, IBrandDirectory brands, DefinitionForm form, FormFaults faults)
    {
        page.Require(EditVouchers);
        return Page.For<DefinitionFormPage>(new DefinitionFormModel(
            form, form.Definition.Length == 0, [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)], faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<DefinitionForm>()).ToInput());
        return Page.Redirect(
            AddressOf(page, saved.Definition), Flash.Success("redemption.vouchers.saved", ("definition", saved.Definition)));
    }

    public static string AddressOf(PageCall page, string definition) =>
        page.ToRedemption("voucher-definitions/" + Uri.EscapeDataString(definition));
}
