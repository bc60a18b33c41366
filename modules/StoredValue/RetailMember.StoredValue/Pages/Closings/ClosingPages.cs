using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Closings;

namespace RetailMember.StoredValue.Pages.Closings;

/// <summary>Cards that are to be given up: whoever may decides, with a reason.</summary>
internal static class ClosingPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/closings", (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost("/closings/{closing:guid}/decision", (PageCall page) => page.SubmitAsync<DecideClosing.Input, ClosingView>(
            done => Page.Redirect(
                page.ToStoredValue("closings"), Flash.Success("storedvalue.closings.decided", ("amount", done.PaidOut))),
            faults => ShowAsync(page, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) => Page.For<ClosingListPage>(new ClosingListModel(
        (await page.RunAsync(new FindClosings.Input())).Closings,
        page.Context.Caller.HoldsAnywhere(StoredValuePermissions.ApproveClosings), faults));
}

internal sealed record ClosingListModel(IReadOnlyList<ClosingView> Closings, bool MayDecide, FormFaults Faults);
