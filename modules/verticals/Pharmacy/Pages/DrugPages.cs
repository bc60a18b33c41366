using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pharmacy.Drugs;

namespace RetailMember.Pharmacy.Pages;

/// <summary>Articles with their drug classes, and the form that says one.</summary>
internal static class DrugPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/drugs", (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost("/drugs", (PageCall page) => page.SubmitAsync<EditDrug.Input, EditDrug.Result>(
            saved => Page.Redirect(page.Address("pharmacy/drugs"), Flash.Success("pharmacy.drugs.saved", ("name", saved.Name))),
            faults => ShowAsync(page, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) => Page.For<DrugListPage>(new DrugListModel(
        await page.RunAsync(page.Query<FindDrugs.Input>()), page.May(PharmacyPermissions.EditDrugs), faults));
}
