using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <summary>At the door: one scan after the other, each answered at once, with the cursor back in its field.</summary>
internal static class DoorPages
{
    private const string Door = "/events/{event}/door";
    private const int Shown = 10;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Door, (PageCall page, IBrandDirectory brands, HttpContext http, string @event) =>
            ShowAsync(page, brands, http, @event, null, FormFaults.None));

        // Answered and not redirected to: who was scanned stands in no address.
        pages.MapPost(Door, (PageCall page, IBrandDirectory brands, HttpContext http, string @event) => page.SubmitAsync(
            async () =>
            {
                var scanned = await page.FormAsync<DoorForm>();
                var seen = await page.RunAsync(new RecordAttendance.Input
                {
                    Event = @event,
                    Member = scanned.Scan.Trim(),
                    WalkIn = scanned.WalkIn,
                    StoreCode = StoreOf(page, brands, http)?.Code,
                });
                return await ShowAsync(page, brands, http, @event, seen, FormFaults.None);
            },
            faults => ShowAsync(page, brands, http, @event, null, faults)));
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, string code, SignUpView? seen, FormFaults faults)
    {
        page.Require(EngagementRights.RecordAttendances);
        var here = await page.RunAsync(new FindSignUps.Input
        {
            Event = code, State = SignUpState.Attended, Size = Cursor.LargestSize,
        });
        var again = faults == FormFaults.None ? null : (await http.Request.ReadFormAsync(http.RequestAborted))["scan"].ToString();
        return Page.For<DoorPage>(new DoorModel(
            await page.RunAsync(new ReadEvent.Input(code)), seen, [.. here.Items.TakeLast(Shown).Reverse()],
            StoreOf(page, brands, http), again, faults));
    }

    private static Store? StoreOf(PageCall page, IBrandDirectory brands, HttpContext http) =>
        page.Context.Caller.StoresOf(EngagementRights.RecordAttendances, page.Context.RequiredBrand.Id) is null
            ? null
            : StoreAtWork.Of(http, page, brands.For(page, EngagementRights.RecordAttendances));

    private sealed record DoorForm(string Scan, bool WalkIn = false);
}
