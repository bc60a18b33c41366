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
            new EventListModel(await page.RunAsync(page.Query<FindWaitingEvents.Input>()), page.May("Platform.Events.Retry"))));
        pages.MapPost("/events/{id:long}/retry", async (PageCall page, long id) =>
        {
            await page.RunAsync(new RetryEvent.Input(id));
            return Page.Redirect(page.To("events"), Flash.Success("platform.events.retried"));
        });
    }
}

internal sealed record EventListModel(FindWaitingEvents.Result Found, bool MayRetry);
