using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>A holder orders a reload of his card on his phone, and reads how to pay it.</summary>
internal static class OwnReloadPages
{
    private const string One = "/cards/{card:guid}/reload";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, (PageCall page, Guid card) => ShowAsync(page, card, FormFaults.None));
        pages.MapPost(One, (PageCall page, Guid card) => page.SubmitAsync<ReloadOwnCard.Input, OwnReload>(
            _ => Done(page, card, "storedvalue.own.reload-ordered"), faults => ShowAsync(page, card, faults)));
        pages.MapPost(One + "/cancellation", (PageCall page, Guid card) => page.SubmitAsync<CancelOwnReload.Input, OwnReload>(
            _ => Done(page, card, "storedvalue.own.reload-cancelled"), faults => ShowAsync(page, card, faults)));
    }

    private static IResult Done(PageCall page, Guid card, string told) => Page.Redirect(
        MemberAddress.Of(page.Context.RequiredBrand, $"storedvalue/cards/{card}/reload"), Flash.Success(told));

    private static async Task<IResult> ShowAsync(PageCall page, Guid card, FormFaults faults) =>
        Page.For<OwnReloadPage>(new OwnReloadModel(card, await page.RunAsync(new ReadOwnReload.Input(card)), faults));
}

internal sealed record OwnReloadModel(Guid Card, ReadOwnReload.Result Read, FormFaults Faults);
