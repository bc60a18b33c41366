using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Pharmacy.Health;

namespace RetailMember.Pharmacy.Pages;

/// <summary>A member's health data, which is shown once a reason was given, and the list of who has looked.</summary>
internal static class HealthPages
{
    private const string One = "/health/{member}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, async (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
        {
            MayRecord(page);
            await page.RunAsync(new ReadHealthMember.Input(member));
            return Show(page, brands, http, member, null, FormFaults.None);
        });
        pages.MapPost(One + "/look", (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
            page.SubmitAsync<ReadHealth.Input, ReadHealth.Result>(
                read => Show(page, brands, http, member, read, FormFaults.None),
                faults => Task.FromResult(Show(page, brands, http, member, null, faults))));
        pages.MapPost(One + "/consent", (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
            page.SubmitAsync<SetHealthConsent.Input, SetHealthConsent.Result>(
                done => Page.Redirect(
                    AddressOf(page, member),
                    Flash.Success(done.Agreed ? "pharmacy.health.agreed" : "pharmacy.health.withdrawn")),
                faults => Task.FromResult(Show(page, brands, http, member, null, faults))));
        pages.MapPost(One + "/records", (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
            page.SubmitAsync<RecordHealth.Input, RecordHealth.Result>(
                done => Page.Redirect(AddressOf(page, member), Flash.Success("pharmacy.health.recorded")),
                faults => Task.FromResult(Show(page, brands, http, member, null, faults))));
        pages.MapGet("/health-accesses", async (PageCall page, TableQuery table) => Page.For<AccessListPage>(new AccessListModel(
            await page.RunAsync(new FindHealthAccesses.Input(After: page.Query<FindHealthAccesses.Input>().After, Size: table.Size)))));
    }

    private static string AddressOf(PageCall page, string member) =>
        page.Address("pharmacy/health/" + Uri.EscapeDataString(member));

    private static IResult Show(
        PageCall page, IBrandDirectory brands, HttpContext http, string member, ReadHealth.Result? read, FormFaults faults)
    {
        var mayRecord = MayRecord(page);
        var store = StoreAtWork.Of(http, page, brands.For(page, PharmacyPermissions.RecordHealth));
        return Page.For<HealthPage>(new HealthModel(member, read, store, mayRecord, faults));
    }

    /// <summary>Whether he may record; who may not even look is refused.</summary>
    private static bool MayRecord(PageCall page)
    {
        var mayRecord = page.MayAtSomeStore(PharmacyPermissions.RecordHealth);
        if (!mayRecord) page.Require(PharmacyPermissions.ViewHealth);
        return mayRecord;
    }
}
