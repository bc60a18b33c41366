using Microsoft.Extensions.DependencyInjection;
using RetailMember.Redemption;

namespace RetailMember.Pharmacy.Club;

/// <summary>What judges cards and fills up points.</summary>
internal static class ClubServices
{
    public static void AddClub(this IServiceCollection services)
    {
        services.AddScoped<ClubPoints>();
        services.AddScoped<CardJudge>();
        services.AddScoped<ClubCards>();
        services.AddScoped<CardCandidates>();
        services.AddScoped<CardsOfEvents>();
        services.AddScoped<TopUps>();
        services.AddScoped<IRewardCondition, GoldCardHeld>();
    }
}
