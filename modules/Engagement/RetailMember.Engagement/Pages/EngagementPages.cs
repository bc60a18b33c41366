using RetailMember.Engagement.Pages.MemberEvents;
using RetailMember.Engagement.Pages.Own;
using RetailMember.Engagement.Pages.Surveys;
using RetailMember.Engagement.Pages.Tickets;
using RetailMember.Modules;

namespace RetailMember.Engagement.Pages;

/// <summary>The module's pages and their places in the menus.</summary>
internal static class EngagementPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        module.MenuItem(new MenuItem(
            "engagement.events", "engagement/events", "calendar-event", EngagementRights.ViewEvents, 240));
        module.MenuItem(new MenuItem(
            "engagement.surveys", "engagement/surveys", "checklist", EngagementRights.ViewSurveys, 250));
        module.MenuItem(new MenuItem(
            "engagement.tickets", "engagement/tickets", "message-circle", EngagementRights.ViewTickets, 260));
        module.MemberLink(new MemberLink("engagement.events", "engagement/events", "calendar-event", 300));
        module.MemberLink(new MemberLink("engagement.surveys", "engagement/surveys", "checklist", 310));
        module.MemberLink(new MemberLink("engagement.tickets-own", "engagement/tickets", "message-circle", 320));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        EventPages.Map(endpoints.BrandPages);
        EventFormPages.Map(endpoints.BrandPages);
        DoorPages.Map(endpoints.BrandPages);
        SurveyPages.Map(endpoints.BrandPages);
        OwnSurveyPages.Map(endpoints.MemberPages);
        TicketPages.Map(endpoints.BrandPages);
        OwnTicketPages.Map(endpoints.MemberPages);
        OwnEventPages.Map(endpoints.MemberPages);
    }
}
