using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using static RetailMember.StoredValue.StoredValuePermissions;

namespace RetailMember.StoredValue.Pages.Closings;

/// <summary>Cards that are to be given up: whoever may decides, with a reason.</summary>
internal static class ClosingPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/closings", (PageCall page, IBrandDirectory brands) => ShowAsync(page, brands, FormFaults.None));
        pages.MapPost("/closings/{closing:guid}/decision", (PageCall page, IBrandDirectory brands) =>
            page.SubmitAsync<DecideClosing.Input, ClosingView>(
                done => Page.Redirect(
                    page.ToStoredValue("closings"), Flash.Success("storedvalue.closings.decided", ("amount", done.PaidOut))),
                faults => ShowAsync(page, brands, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, FormFaults faults) =>
        Page.For<ClosingListPage>(new ClosingListModel(
            (await page.RunAsync(new FindClosings.Input())).Closings,
            [.. brands.For(page, ApproveClosings).Select(s => s.Code)], page.Context.Reaches(ApproveClosings, store: null), faults));
}

/// <param name="Stores">Codes of the stores for which he decides.</param>
/// <param name="OfBrand">He decides for all of the brand.</param>
internal sealed record ClosingListModel(
    IReadOnlyList<ClosingView> Closings, IReadOnlyList<string> Stores, bool OfBrand, FormFaults Faults)
{
    public bool MayDecide(ClosingView closing) =>
        closing.State == ClosingState.Requested && (OfBrand || (closing.StoreCode is { } store && Stores.Contains(store)));
}
