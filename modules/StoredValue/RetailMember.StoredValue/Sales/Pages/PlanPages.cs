using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Targets;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Targets of the month and sales campaigns, and the forms to set them.</summary>
internal static class PlanPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sales-plan", (PageCall page) => ShowAsync(page, ofTarget: true, FormFaults.None));
        pages.MapPost("/sales-plan/targets", (PageCall page) => page.SubmitAsync<EditTarget.Input, TargetView>(
            _ => Done(page), faults => ShowAsync(page, ofTarget: true, faults)));
        pages.MapPost("/sales-plan/campaigns", (PageCall page) => page.SubmitAsync<EditSalesCampaign.Input, SalesCampaignView>(
            _ => Done(page), faults => ShowAsync(page, ofTarget: false, faults)));
        pages.MapPost("/sales-plan/usual-targets", async (PageCall page) =>
        {
            await page.RunAsync(new SetUsualTargets.Input());
            return Done(page);
        });
    }

    private static IResult Done(PageCall page) => Page.Redirect(page.ToSales("sales-plan"), Flash.Success("storedvalue.sales.done"));

    private static async Task<IResult> ShowAsync(PageCall page, bool ofTarget, FormFaults faults) => Page.For<PlanPage>(new PlanModel(
        (await page.RunAsync(new FindTargets.Input())).Targets,
        (await page.RunAsync(new FindSalesCampaigns.Input())).Campaigns,
        page.May(SalesPermissions.EditTargets),
        ofTarget ? faults : FormFaults.None,
        ofTarget ? FormFaults.None : faults));
}

internal sealed record PlanModel(
    IReadOnlyList<TargetView> Targets,
    IReadOnlyList<SalesCampaignView> Campaigns,
    bool MayEdit,
    FormFaults TargetFaults,
    FormFaults CampaignFaults);
