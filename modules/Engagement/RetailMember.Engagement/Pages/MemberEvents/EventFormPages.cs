using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <summary>The form of an event, new or to be changed.</summary>
internal static class EventFormPages
{
    private const string New = "/events-new";
    private const string Edit = "/events/{event}/edit";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(New, (PageCall page, IBrandDirectory brands) => NewAsync(page, brands, FormFaults.None));
        pages.MapPost(New, (PageCall page, IBrandDirectory brands) => page.SubmitAsync<EditEvent.Input, EventView>(
            saved => Done(page, saved), faults => NewAsync(page, brands, faults)));
        pages.MapGet(Edit, (PageCall page, IBrandDirectory brands, string @event) =>
            EditAsync(page, brands, @event, FormFaults.None));
        pages.MapPost(Edit, (PageCall page, IBrandDirectory brands, string @event) =>
            page.SubmitAsync<EditEvent.Input, EventView>(
                saved => Done(page, saved), faults => EditAsync(page, brands, @event, faults)));
    }

    private static IResult Done(PageCall page, EventView saved) =>
        Page.Redirect(page.ToEvent(saved.Event), Flash.Success("engagement.event-saved"));

    private static Task<IResult> NewAsync(PageCall page, IBrandDirectory brands, FormFaults faults) =>
        FormAsync(page, brands, null, faults);

    private static async Task<IResult> EditAsync(PageCall page, IBrandDirectory brands, string code, FormFaults faults)
    {
        var read = await page.RunAsync(new ReadEvent.Input(code));
        return await FormAsync(page, brands, new EditEvent.Input(code, read.Terms.OnWall(page.Context.RequiredBrand)), faults);
    }

    private static async Task<IResult> FormAsync(
        PageCall page, IBrandDirectory brands, EditEvent.Input? form, FormFaults faults) =>
        Page.For<EventFormPage>(new EventFormModel(
            form, [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)],
            (await page.RunAsync(new ReadInvitable.Input())).Tiers, faults));
}
