using Microsoft.Extensions.DependencyInjection;
using RetailMember.Demonstrations;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Demonstration;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Pages;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Redemption;
using RetailMember.StoredValue;

namespace RetailMember.Marketing.Journeys;

/// <summary>What the module describes, registers and maps for journeys.</summary>
internal static class JourneyServices
{
    public static void DescribeJourneys(this ModuleDescription module)
    {
        JourneyRights.Describe(module);
        JourneyPages.Describe(module);
        // From after the night's jobs on, and all day: a journey that is begun on a day of its own reaches members that day.
        module.Job("walk-journeys", WalkJourneys.Schedule, perBrand: true, () => new WalkJourneys.Input());
        module.Job("end-journey-waits", "15 * * * * ?", perBrand: true, () => new EndWaits.Input());
        module.On<MemberEnrolled, JourneysOfEnrolments>();
        module.On<MemberReturned, JourneysOfReturns>();
        module.On<PurchaseRecorded, JourneysOfPurchases>();
        module.On<PurchaseRefunded, JourneysOfRefunds>();
        module.On<RewardRedeemed, JourneysOfRedemptions>();
        module.On<TierChanged, JourneysOfTiers>();
        module.On<CardMoved, JourneysOfCards>();
        module.On<ShopEventTold, JourneysOfShopEvents>();
        module.On<JourneyTold, DecisionsOfJourneys>();
    }

    public static void AddJourneys(this IServiceCollection services)
    {
        services.AddScoped<JourneyShelf>();
        services.AddScoped<JourneyNames>();
        services.AddScoped<JourneyCases>();
        services.AddScoped<JourneySegments>();
        services.AddScoped<SensitiveJourneys>();
        services.AddScoped<BarredVouchers>();
        services.AddScoped<WaitingJourneys>();
        services.AddScoped<JourneyWaits>();
        services.AddScoped<JourneyGates>();
        services.AddScoped<JourneyValues>();
        services.AddScoped<JourneyVouchers>();
        services.AddScoped<JourneyLetters>();
        services.AddScoped<JourneyGoals>();
        services.AddScoped<JourneyTruth>();
        services.AddScoped<JourneyJudge>();
        services.AddScoped<JourneyHappenings>();
        services.AddScoped<DatedOccasions>();
        services.AddScoped<IDemonstration, JourneyDemonstration>();
    }

    public static void MapJourneys(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindJourneys>("GET", "/journeys");
        endpoints.ForBrand<ReadJourney>("GET", "/journeys/{journey}");
        endpoints.ForBrand<EditJourney>("PUT", "/journeys/{journey}");
        endpoints.ForBrand<ActivateJourney>("POST", "/journeys/{journey}/activation");
        endpoints.ForBrand<EndJourney>("POST", "/journeys/{journey}/end");
        endpoints.ForBrand<FindDecisions>("POST", "/journey-decisions/search");
        endpoints.ForBrand<TellShopEvent>("POST", "/shop-events");
        JourneyPages.Map(endpoints.BrandPages);
    }
}
