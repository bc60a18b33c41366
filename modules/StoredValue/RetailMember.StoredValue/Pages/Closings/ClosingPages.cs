using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using static RetailMember.StoredValue.StoredValuePermissions;

namespace RetailMember.StoredValue.Pages.Closings;

/// <summary>Cards that are to be given up, replaced or passed on: whoever may decides, with a reason.</summary>
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
        pages.MapPost("/card-changes/{cardChange:guid}/decision", (PageCall page, IBrandDirectory brands) =>
            page.SubmitAsync<DecideCardChange.Input, CardChangeView>(
                _ => Page.Redirect(page.ToStoredValue("closings"), Flash.Success("storedvalue.closings.decided")),
                faults => ShowAsync(page, brands, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, FormFaults faults) =>
        Page.For<ClosingListPage>(new ClosingListModel(
            (await page.RunAsync(new FindClosings.Input())).Closings, (await page.RunAsync(new FindCardChanges.Input())).CardChanges,
            [.. brands.For(page, ApproveClosings).Select(s => s.Code)], page.Context.Reaches(ApproveClosings, store: null), faults));
}

/// <param name="Stores">Codes of the stores for which he decides.</param>
/// <param name="OfBrand">He decides for all of the brand.</param>
internal sealed record ClosingListModel(
    IReadOnlyList<ClosingView> Closings, IReadOnlyList<CardChangeView> Changes, IReadOnlyList<string> Stores, bool OfBrand,
    FormFaults Faults)
{
    public bool MayDecide(ClosingView closing) => MayDecide(closing.State, closing.StoreCode);

    public bool MayDecide(CardChangeView change) => MayDecide(change.State, change.StoreCode);

    private bool MayDecide(ClosingState state, string? at) =>
        state == ClosingState.Requested && (OfBrand || (at is { } store && Stores.Contains(store)));
}
