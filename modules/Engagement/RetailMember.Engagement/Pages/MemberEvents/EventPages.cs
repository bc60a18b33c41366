using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <summary>The list of events, one of them with its sign-ups, and its steps.</summary>
internal static class EventPages
{
    private const string List = "/events";
    private const string One = List + "/{event}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, IBrandDirectory brands, TableQuery table) =>
            Page.For<EventListPage>(new EventListModel(
                await page.RunAsync(page.Query<FindEvents.Input>() with { Size = table.Size }), brands.NamesOf(page),
                page.May(EngagementRights.EditEvents))));
        pages.MapGet(List + "/export.{format}", (PageCall page, IBrandDirectory brands, string format) => ExportFile.Of(
            format, "events", EventColumns.Events(page.Texts, brands.NamesOf(page)), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindEvents.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, string @event) =>
            ShowAsync(page, brands, @event, FormFaults.None));
        pages.MapGet(One + "/export.{format}", async (PageCall page, string format, string @event) => ExportFile.Of(
            format, @event,
            EventColumns.SignUps(page.Texts, (await page.RunAsync(new ReadEvent.Input(@event))).State), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindSignUps.Input>() with { After = after, Size = Cursor.LargestSize }))));
        MapStep<PublishEvent.Input, EventView>(pages, "publication", "engagement.published");
        MapStep<CloseEvent.Input, EventView>(pages, "closure", "engagement.closed");
        MapStep<HoldEvent.Input, EventView>(pages, "conclusion", "engagement.held");
        MapStep<CancelEvent.Input, EventView>(pages, "cancellation", "engagement.cancelled");
        MapStep<JoinEvent.Input, SignUpView>(pages, "sign-ups", "engagement.signed-up");
        MapStep<CancelSignUp.Input, SignUpView>(pages, "sign-ups/cancellation", "engagement.sign-up-cancelled");
        MapStep<WithdrawAttendance.Input, SignUpView>(pages, "attendances/withdrawal", "engagement.attendance-withdrawn");
    }

    private static void MapStep<TInput, TResult>(PageRoutes pages, string step, string done)
        where TInput : IInput<TResult> =>
        pages.MapPost($"{One}/{step}", (PageCall page, IBrandDirectory brands, string @event) =>
            page.SubmitAsync<TInput, TResult>(
                _ => Page.Redirect(page.ToEvent(@event), Flash.Success(done)),
                faults => ShowAsync(page, brands, @event, faults)));

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string code, FormFaults faults) =>
        Page.For<EventPage>(new EventModel(
            await page.RunAsync(new ReadEvent.Input(code)),
            await page.RunAsync(page.Query<FindSignUps.Input>() with { Event = code }),
            brands.NamesOf(page),
            new EventRights(
                page.May(EngagementRights.EditEvents), page.May(EngagementRights.SignUpMembers),
                page.May(EngagementRights.RecordAttendances), page.May(EngagementRights.WithdrawAttendances)),
            faults));
}
