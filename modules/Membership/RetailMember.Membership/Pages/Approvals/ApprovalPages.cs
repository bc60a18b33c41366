using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Points;
using RetailMember.Modules;
using RetailMember.Pages;

namespace RetailMember.Membership.Pages.Approvals;

/// <summary>What waits for a decision: applications for membership, and corrections of points above the limit.</summary>
internal static class ApprovalPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/applications", ApplicationsAsync);
        pages.MapPost("/applications/{member}", (PageCall page) => page.SubmitAsync<DecideApplication.Input, DecideApplication.Result>(
            done => Page.Redirect(page.Address("membership/applications"), done.Status == MemberStatus.Active
                ? Flash.Success("membership.applications.admitted", ("number", done.MemberNo))
                : Flash.Warning("membership.applications.refused", ("number", done.MemberNo))),
            faults => Back(page, "applications", faults.Whole)));
        pages.MapGet("/adjustments", AdjustmentsAsync);
        pages.MapPost("/adjustments/{adjustment}", (PageCall page) => page.SubmitAsync<DecideAdjustment.Input, DecideAdjustment.Result>(
            done => Page.Redirect(page.Address("membership/adjustments"), done.Status == AdjustmentStatus.Posted
                ? Flash.Success("membership.adjustments.approved")
                : Flash.Warning("membership.adjustments.refused")),
            faults => Back(page, "adjustments", faults.Whole)));
    }

    private static async Task<IResult> ApplicationsAsync(PageCall page, IBrandDirectory brands)
    {
        var found = await page.RunAsync(page.Query<FindApplications.Input>());
        return Page.For<ApplicationsPage>(new ApplicationsModel(found, brands.NamesOf(page)));
    }

    private static async Task<IResult> AdjustmentsAsync(PageCall page)
    {
        var asked = page.Query<FindAdjustments.Input>();
        return Page.For<AdjustmentsPage>(new AdjustmentsModel(
            await page.RunAsync(asked), asked.Status, page.May(MembershipPermissions.ApproveAdjustments)));
    }

    /// <summary>Somebody else was faster, or the balance has changed meanwhile: the list says what is left to do.</summary>
    private static IResult Back(PageCall page, string list, IReadOnlyList<string> why) => Page.Redirect(
        page.Address("membership/" + list), Flash.Danger("membership.approvals.not-done", ("why", string.Join(" ", why))));
}
