using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Own;

namespace RetailMember.StoredValue.Cards;

/// <summary>What the module registers and maps for cards.</summary>
internal static class CardServices
{
    public static void AddCards(this IServiceCollection services)
    {
        services.AddSingleton<CardNumbers>();
        services.AddScoped<GuessGate>();
        services.AddScoped<CardFinder>();
        services.AddScoped<CardViews>();
        services.AddScoped<CardHistory>();
        services.AddScoped<CardIssuing>();
        services.AddScoped<CardSteering>();
        services.AddScoped<CardChanges>();
        services.AddScoped<CardChangeViews>();
        services.AddScoped<LookLimit>();
        services.AddScoped<OwnCards>();
        services.AddScoped<IMemberConditions, CardConditions>();
    }

    public static void MapCards(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindCards>("POST", "/stored-value-cards/search");
        endpoints.ForBrand<LookUpCard>("POST", "/stored-value-cards/identification");
        endpoints.ForBrand<ReadCard>("GET", "/stored-value-cards/{card}");
        endpoints.ForBrand<RevealCard>("POST", "/stored-value-cards/{card}/disclosures");
        endpoints.ForBrand<BlockCard>("POST", "/stored-value-cards/{card}/blocks");
        endpoints.ForBrand<UnblockCard>("POST", "/stored-value-cards/{card}/releases");
        endpoints.ForBrand<ReplaceCard>("POST", "/stored-value-cards/{card}/replacements");
        endpoints.ForBrand<PassOnCard>("PUT", "/stored-value-cards/{card}/holder");
        endpoints.ForBrand<FindCardChanges>("GET", "/card-changes");
        endpoints.ForBrand<DecideCardChange>("POST", "/card-changes/{cardChange}/decision");
        endpoints.ForBrand<ExtendCard>("POST", "/stored-value-cards/{card}/extensions");
        endpoints.ForBrand<ReportOwnCardLost>("POST", "/own-cards/{card}/loss");
        endpoints.ForBrand<FindOwnCards>("GET", "/own-cards");
        endpoints.ForBrand<ReadOwnCard>("GET", "/own-cards/{card}");
        endpoints.ForBrand<ShowOwnCard>("POST", "/own-cards/{card}/number");
    }
}
