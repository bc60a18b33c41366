using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Pharmacy.Health;
using RetailMember.Texts;
using RetailMember.Values;

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
            return Show(page, brands, http, member, null, null, FormFaults.None);
        });
        pages.MapPost(One + "/look", async (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
        {
            var reason = (await page.FormAsync<Look>()).Reason;
            return await page.SubmitAsync<ReadHealth.Input, ReadHealth.Result>(
                read => Show(page, brands, http, member, read, reason, FormFaults.None),
                faults => Task.FromResult(Show(page, brands, http, member, null, null, faults)));
        });
        pages.MapPost(One + "/correction", (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
            page.SubmitAsync<CorrectHealth.Input, CorrectHealth.Result>(
                done => Page.Redirect(
                    AddressOf(page, member),
                    Flash.Success(done.Erased ? "pharmacy.health.erased" : "pharmacy.health.corrected")),
                faults => Task.FromResult(Show(page, brands, http, member, null, null, faults))));
        pages.MapPost(One + "/consent", (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
            page.SubmitAsync<SetHealthConsent.Input, SetHealthConsent.Result>(
                done => Page.Redirect(
                    AddressOf(page, member),
                    Flash.Success(done.Agreed ? "pharmacy.health.agreed" : "pharmacy.health.withdrawn")),
                faults => Task.FromResult(Show(page, brands, http, member, null, null, faults))));
        pages.MapPost(One + "/records", (PageCall page, IBrandDirectory brands, HttpContext http, string member) =>
            page.SubmitAsync<RecordHealth.Input, RecordHealth.Result>(
                done => Page.Redirect(AddressOf(page, member), Flash.Success("pharmacy.health.recorded")),
                faults => Task.FromResult(Show(page, brands, http, member, null, null, faults))));
        pages.MapGet("/health-accesses", async (PageCall page, TableQuery table) => await ListAsync(
            page, new FindHealthAccesses.Input(After: page.Query<FindHealthAccesses.Input>().After, Size: table.Size)));
        // Whom it is about is posted, so that it stands in no address.
        pages.MapPost("/health-accesses/search", async (PageCall page) => await ListAsync(page, await AskedAsync(page)));
        pages.MapPost("/health-accesses/export.{format}", async (PageCall page, string format) =>
        {
            var asked = await AskedAsync(page) with { Size = Cursor.LargestSize };
            var file = ExportFile.Of(
                format, "health-accesses", AccessColumns(page), page.TimeZone,
                ExportFile.PageByPage(after => page.RunAsync(asked with { After = after })));
            await page.RunAsync(new NoteAccessExport.Input());
            return file;
        });
    }

    /// <summary>Somebody who is no member has no looks: a list of none, as any search that finds nothing.</summary>
    private static async Task<IResult> ListAsync(PageCall page, FindHealthAccesses.Input asked)
    {
        var found = await page.TryAsync(asked);
        if (found.Refusal is { Code: not "membership.member-not-found" } refused) throw refused;
        return Page.For<AccessListPage>(new AccessListModel(found.Value ?? new PageOf<FindHealthAccesses.Row>([], null)));
    }

    private static async Task<FindHealthAccesses.Input> AskedAsync(PageCall page)
    {
        var asked = await page.FormAsync<FindHealthAccesses.Input>();
        return asked with { Member = string.IsNullOrWhiteSpace(asked.Member) ? null : asked.Member.Trim() };
    }

    private static IReadOnlyList<ExportColumn<FindHealthAccesses.Row>> AccessColumns(PageCall page) =>
    [
        new(page.Texts["pharmacy.accesses.at"], a => a.At),
        new(page.Texts["pharmacy.member"], a => a.MemberNo),
        new(page.Texts["pharmacy.accesses.what"], a => page.Texts["pharmacy.access." + EnumCode.Of(a.Access)]),
        new(page.Texts["pharmacy.accesses.by"], a => a.By),
        new(page.Texts["pharmacy.health.reason"], a => a.Reason),
    ];

    private static string AddressOf(PageCall page, string member) =>
        page.Address("pharmacy/health/" + Uri.EscapeDataString(member));

    private static IResult Show(
        PageCall page, IBrandDirectory brands, HttpContext http, string member, ReadHealth.Result? read, string? reason,
        FormFaults faults)
    {
        var mayRecord = MayRecord(page);
        var store = StoreAtWork.Of(http, page, brands.For(page, PharmacyPermissions.RecordHealth));
        return Page.For<HealthPage>(new HealthModel(member, read, reason, store, mayRecord, faults));
    }

    /// <summary>Whether he may record; who may not even look is refused.</summary>
    private static bool MayRecord(PageCall page)
    {
        var mayRecord = page.MayAtSomeStore(PharmacyPermissions.RecordHealth);
        if (!mayRecord) page.Require(PharmacyPermissions.ViewHealth);
        return mayRecord;
    }

    private sealed record Look(string? Reason);
}
