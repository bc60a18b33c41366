using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.StoredValue.Value;

/// <summary>What the module registers for the value on cards.</summary>
internal static class ValueServices
{
    public static void AddValue(this IServiceCollection services)
    {
        services.AddScoped<CardBooks>();
        services.AddScoped<CardLoading>();
    }
}
