using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.StoredValue.Cards;

/// <summary>What the module registers for cards.</summary>
internal static class CardServices
{
    public static void AddCards(this IServiceCollection services)
    {
        services.AddSingleton<CardNumbers>();
        services.AddScoped<CardIssuing>();
    }
}
