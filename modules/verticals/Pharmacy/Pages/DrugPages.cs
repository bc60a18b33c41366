using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pharmacy.Drugs;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Pages;

/// <summary>Articles with their drug classes, and the form that says one.</summary>
internal static class DrugPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/drugs", (PageCall page, string? article, string? name) => ShowAsync(page, FormFaults.None, article, name));
        pages.MapGet("/drugs/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "drugs", Columns(page), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindDrugs.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapPost("/drugs", (PageCall page) => page.SubmitAsync<EditDrug.Input, EditDrug.Result>(
            saved => Page.Redirect(page.Address("pharmacy/drugs"), Flash.Success("pharmacy.drugs.saved", ("name", saved.Name))),
            faults => ShowAsync(page, faults)));
    }

    private static IReadOnlyList<ExportColumn<FindDrugs.Row>> Columns(PageCall page) =>
    [
        new(page.Texts["pharmacy.drugs.article"], r => r.Article),
        new(page.Texts["pharmacy.drugs.name"], r => r.Name),
        new(page.Texts["pharmacy.drugs.class"], r => page.Texts["pharmacy.drug-class." + EnumCode.Of(r.DrugClass)]),
        new(page.Texts["pharmacy.edited"], r => r.EditedBy),
    ];

    private static async Task<IResult> ShowAsync(
        PageCall page, FormFaults faults, string? article = null, string? name = null) => Page.For<DrugListPage>(new DrugListModel(
            await page.RunAsync(page.Query<FindDrugs.Input>()), await page.RunAsync(new FindUnclassed.Input()),
            article, name, page.May(PharmacyPermissions.EditDrugs), faults));
}
