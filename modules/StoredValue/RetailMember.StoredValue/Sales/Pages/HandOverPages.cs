using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Sales.HandOver;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Customers of sellers who left, and the form that gives them to another.</summary>
internal static class HandOverPages
{
    public const string Path = "left-customers";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/" + Path, (PageCall page, Crediting crediting) => ShowAsync(page, crediting, FormFaults.None));
        pages.MapPost("/" + Path, (PageCall page, Crediting crediting) =>
            page.SubmitAsync<HandOverCustomers.Input, HandOverCustomers.Result>(
                done => Page.Redirect(
                    page.ToSales(Path),
                    Flash.Success("storedvalue.hand-over.done", ("cards", done.CardCount), ("prospects", done.ProspectCount))),
                faults => ShowAsync(page, crediting, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, Crediting crediting, FormFaults faults) => Page.For<HandOverPage>(
        new HandOverModel(
            (await page.RunAsync(new FindLeftBooks.Input())).LeftCustomers,
            crediting.SellersOf(page.Context.RequiredBrand.Id).Where(p => p.Id != page.Context.Caller.Id).AsChoices(), faults));
}

/// <param name="Receivers">To whom customers can be given.</param>
internal sealed record HandOverModel(
    IReadOnlyList<FindLeftBooks.LeftBook> Books, IReadOnlyList<Choice> Receivers, FormFaults Faults);
