using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Portal.Account;
using RetailMember.Portal.Cards;
using RetailMember.Portal.Codes;
using RetailMember.Portal.Consents;
using RetailMember.Portal.Data;
using RetailMember.Portal.Demonstration;
using RetailMember.Portal.Joining;
using RetailMember.Portal.Pages;
using RetailMember.Portal.Sessions;

namespace RetailMember.Portal;

/// <summary>What members see on a phone: how they come in, their card, their data and what it may be used for.</summary>
public sealed class PortalModule : IModule
{
    public string Name => "Portal";

    public IReadOnlyList<string> Needs => ["Membership"];

    public void Describe(ModuleDescription module)
    {
        module.DescribePages();
        module.DescribeRights();
        module.On<MemberForgotten, SessionsOfForgotten>();
        module.Job("forget-codes", "0 40 3 * * ?", perBrand: false, () => new ForgetCodes.Input());
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<PortalDb, PortalSqliteDb, PortalPostgresDb, PortalSqlServerDb>();
        services.AddScoped<SendLimits>();
        services.AddScoped<AskingAddress>();
        services.AddScoped<CodeDesk>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<IMemberClosing, SessionsOfFormerMembers>();
        services.AddScoped<IMemberMerge, SessionsOfFormerMembers>();
        services.AddScoped<Wordings>();
        services.AddScoped<ConsentBook>();
        services.AddScoped<StandingConsents>();
        services.AddScoped<IProfilingObjections, ProfilingObjections>();
        services.AddScoped<IMarketingConsents, MarketingConsents>();
        services.AddScoped<CardThrottle>();
        services.AddSingleton<CounterCode>();
        services.AddScoped<IMemberData, PortalData>();
        services.AddScoped<IDemonstration, ConsentDemonstration>();
        services.AddScoped<IDemonstration, PortalDemonstration>();
        services.AddSingleton<IMemberSessions, MemberSessions>();
        services.AddSingleton<RotatingCode>();
        services.AddSingleton<IMemberIdentifiers>(s => s.GetRequiredService<RotatingCode>());
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<RequestCode>("POST", "/codes").RequireRateLimiting(Throttle);
        endpoints.ForBrand<LogIn>("POST", "/sessions").RequireRateLimiting(Throttle);
        endpoints.ForBrand<FindSessions>("GET", "/sessions");
        endpoints.ForBrand<EndAllSessions>("DELETE", "/sessions");
        endpoints.ForBrand<EndSession>("DELETE", "/sessions/{session}");
        endpoints.ForBrand<ShowCard>("GET", "/card");
        endpoints.ForBrand<ReadJoining>("GET", "/joining");
        endpoints.ForBrand<Join>("POST", "/members").RequireRateLimiting(Throttle);
        endpoints.ForBrand<BindOwnCard>("POST", "/cards").RequireRateLimiting(Throttle);
        endpoints.ForBrand<FindOwnCards>("GET", "/cards");
        endpoints.ForBrand<ReportLostCard>("POST", "/lost-cards");
        endpoints.ForBrand<IssueCardCode>("POST", "/card-codes");
        endpoints.ForBrand<ChangeOwnMobile>("PUT", "/mobile").RequireRateLimiting(Throttle);
        endpoints.ForBrand<ReadOwnData>("POST", "/data-copies");
        endpoints.ForBrand<FindConsents>("GET", "/members/{member}/consents");
        endpoints.ForBrand<RecordConsent>("POST", "/members/{member}/consents");
        endpoints.ForBrand<WithdrawApartConsent>("POST", "/members/{member}/consents/withdrawal");
        endpoints.ForBrand<FindWordings>("GET", "/consent-wordings");
        endpoints.ForBrand<PublishWording>("POST", "/consent-wordings");
        PortalPages.Map(endpoints);
    }

    /// <summary>The platform's limit for whatever takes passwords and codes.</summary>
    internal const string Throttle = "sign-in";
}
