using Microsoft.AspNetCore.Builder;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Platform.Events;
using RetailMember.Platform.Pages.Shared;

namespace RetailMember.Platform.Pages.Jobs;

/// <summary>Events on their way between modules, and those that were set aside.</summary>
internal static class EventPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.ChainPages;
        pages.MapGet("/events", async (PageCall page) => Page.For<EventListPage>(
            new EventListModel(
                await page.RunAsync(page.Query<FindWaitingEvents.Input>()),
                page.May("Platform.Events.Retry"),
                page.May("Platform.Events.Drop"))));
        pages.MapPost("/events/{id:long}/retry", async (PageCall page, long id) =>
        {
            await page.RunAsync(new RetryEvent.Input(id));
            return Page.Redirect(page.To("events"), Flash.Success("platform.events.retried"));
        });
        pages.MapPost("/events/{id:long}/drop", async (PageCall page, long id) =>
        {
            await page.RunAsync(new DropEvent.Input(id));
            return Page.Redirect(page.To("events"), Flash.Success("platform.events.dropped", ("count", 1)));
        });
        pages.MapPost("/events/subscribers/{subscriber}/drop", async (PageCall page, string subscriber) =>
        {
            var done = await page.RunAsync(new DropEventsOf.Input(subscriber));
            return Page.Redirect(page.To("events"), Flash.Success("platform.events.dropped", ("count", done.Dropped)));
        });
    }
}

internal sealed record EventListModel(FindWaitingEvents.Result Found, bool MayRetry, bool MayDrop);
