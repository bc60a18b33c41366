using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pharmacy.Club;
using RetailMember.UseCases;
using static RetailMember.Pharmacy.PharmacyPermissions;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The counter: what the club has for the member who stands there. Who it is is posted and never in an address.</summary>
internal static class CounterPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/counter", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            ShowAsync(page, brands, http, null, FormFaults.None));
        pages.MapPost("/counter", async (PageCall page, IBrandDirectory brands, HttpContext http) =>
            await ShowAsync(page, brands, http, (await page.FormAsync<Scan>()).Member, FormFaults.None));
        pages.MapPost("/counter/top-up", async (PageCall page, IBrandDirectory brands, HttpContext http) =>
        {
            var input = await page.FormAsync<TopUpMember.Input>();
            var done = await page.TryAsync(input);
            return await ShowAsync(
                page, brands, http, input.Member, done.Refusal is { } no ? FormFaults.Of(no, page.Texts) : FormFaults.None);
        });
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, string? member, FormFaults faults)
    {
        page.Require(ViewClub);
        var stores = brands.For(page, ViewClub);
        var store = StoreAtWork.Of(http, page, stores);
        FindStanding.Result? standing = null;
        if (store is not null && member is { Length: > 0 })
        {
            var found = await page.TryAsync(new FindStanding.Input(member, store.Code));
            if (found.Refusal is { } no) faults = faults.Any ? faults : FormFaults.Of(no, page.Texts);
            else standing = found.Value;
        }

        var names = (await page.RunAsync(new ReadTierNames.Input())).Names;
        return Page.For<CounterPage>(new CounterModel(
            store, stores, standing, names, page.MayAtSomeStore(TopUp), page.MayAtSomeStore(RecordHealth),
            page.MayAtSomeStore(ViewHealth), faults));
    }

    internal sealed record Scan(string Member);
}
