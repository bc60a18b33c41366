using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Engagement.Auditing;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.Demonstration;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.Merging;
using RetailMember.Engagement.Own;
using RetailMember.Engagement.Pages;
using RetailMember.Engagement.SignUps;
using RetailMember.Engagement.Surveys;
using RetailMember.Engagement.Tickets;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;

namespace RetailMember.Engagement;

/// <summary>What keeps members in touch beside buying: events, surveys and tickets with answers.</summary>
public sealed class EngagementModule : IModule
{
    public string Name => "Engagement";

    public IReadOnlyList<string> Needs => ["Ledger", "Membership"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribePages();
        module.On<MemberClosed, SeatsOfClosedMembers>();
        module.On<MembersMerged, SeatsOfMerges>();
        module.On<MembersUnmerged, SeatsOfUnmerges>();
        module.On<SeatGiven, NoticesOfSeats>();
        module.On<EventCancelled, NoticesOfCancelledEvents>();
        module.NumberSetting(TicketBook.DueHours, "48", 1, 24 * 366);
        module.NumberSetting(TicketBook.MostPerDay, "5", 1, 1_000);
        module.NumberSetting(TicketBook.ReopenDays, "14", 0, 3_650);
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<EngagementDb, EngagementSqliteDb, EngagementPostgresDb, EngagementSqlServerDb>();
        services.AddScoped<EventShelf>();
        services.AddScoped<EventSteering>();
        services.AddScoped<SeatBook>();
        services.AddScoped<SeatsOfMergedMembers>();
        services.AddScoped<EventNotices>();
        services.AddScoped<SurveyShelf>();
        services.AddScoped<TicketBook>();
        services.AddScoped<TicketReader>();
        services.AddScoped<TicketViews>();
        services.AddScoped<IMemberData, EngagementData>();
        services.AddScoped<IMemberMerge, EngagementMerge>();
        services.AddScoped<IBookCheck, EngagementChecks>();
        services.AddScoped<IDemonstration, EngagementDemonstration>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindEvents>("GET", "/events");
        endpoints.ForBrand<ReadEvent>("GET", "/events/{event}");
        endpoints.ForBrand<EditEvent>("PUT", "/events/{event}");
        endpoints.ForBrand<PublishEvent>("POST", "/events/{event}/publication");
        endpoints.ForBrand<CloseEvent>("POST", "/events/{event}/closure");
        endpoints.ForBrand<HoldEvent>("POST", "/events/{event}/conclusion");
        endpoints.ForBrand<CancelEvent>("POST", "/events/{event}/cancellation");
        endpoints.ForBrand<FindSignUps>("GET", "/events/{event}/sign-ups");
        endpoints.ForBrand<JoinEvent>("POST", "/events/{event}/sign-ups");
        endpoints.ForBrand<CancelSignUp>("POST", "/events/{event}/sign-ups/cancellation");
        endpoints.ForBrand<RecordAttendance>("POST", "/events/{event}/attendances");
        endpoints.ForBrand<WithdrawAttendance>("POST", "/events/{event}/attendances/withdrawal");
        endpoints.ForBrand<FindOwnEvents>("GET", "/own-events");
        endpoints.ForBrand<FindSurveys>("GET", "/surveys");
        endpoints.ForBrand<EditSurvey>("PUT", "/surveys/{survey}");
        endpoints.ForBrand<OpenSurvey>("POST", "/surveys/{survey}/opening");
        endpoints.ForBrand<CloseSurvey>("POST", "/surveys/{survey}/closure");
        endpoints.ForBrand<ReadSurvey>("GET", "/surveys/{survey}");
        endpoints.ForBrand<ReadResults>("GET", "/surveys/{survey}/results");
        endpoints.ForBrand<AnswerSurvey>("POST", "/surveys/{survey}/answers");
        endpoints.ForBrand<FindOwnSurveys>("GET", "/own-surveys");
        endpoints.ForBrand<FindTickets>("POST", "/tickets/search");
        endpoints.ForBrand<CountTickets>("GET", "/ticket-counts");
        endpoints.ForBrand<OpenTicket>("POST", "/tickets");
        endpoints.ForBrand<ReadTicket>("GET", "/tickets/{ticket}");
        endpoints.ForBrand<ReadOwnTicket>("GET", "/own-tickets/{ticket}");
        endpoints.ForBrand<ReplyToTicket>("POST", "/own-tickets/{ticket}/lines");
        endpoints.ForBrand<AnswerTicket>("POST", "/tickets/{ticket}/lines");
        endpoints.ForBrand<AssignTicket>("PUT", "/tickets/{ticket}/assignee");
        endpoints.ForBrand<CloseTicket>("POST", "/tickets/{ticket}/closure");
        endpoints.MapPages();
    }
}
