using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Notices;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.StoredValue.Value.Holds;

namespace RetailMember.StoredValue.Value;

/// <summary>What the module describes, registers and maps for the value on cards.</summary>
internal static class ValueServices
{
    public static void DescribeValue(this ModuleDescription module)
    {
        module.NumberSetting(CardRefunds.GraceSetting, "30", 1, 3_650);
        module.NumberSetting(CardHolding.HoursSetting, "24", 1, 24 * 366);
        module.Setting(SlipNotices.Setting, SettingKind.YesNo, "false");
        module.On<CardMoved, SlipNotices>();
        module.Job("expire-holds", "0 0/10 * * * ?", perBrand: true, () => new ExpireHolds.Input());
        module.Job("expire-card-loads", "0 20 0 * * ?", perBrand: true, () => new ExpireLoads.Input());
    }

    public static void AddValue(this IServiceCollection services)
    {
        services.AddScoped<CardBooks>();
        services.AddScoped<CardLoading>();
        services.AddScoped<CardPayout>();
        services.AddScoped<ChargeBounds>();
        services.AddScoped<CardTill>();
        services.AddScoped<ReturnsToClosedCards>();
        services.AddScoped<ClosingViews>();
        services.AddScoped<CardRefunds>();
        services.AddScoped<HoldShelf>();
        services.AddScoped<CardHolding>();
        services.AddScoped<ICardHolds>(s => s.GetRequiredService<CardHolding>());
        services.AddScoped<ICardLoads, LoadFiles>();
    }

    public static void MapValue(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<ChargeCards>("POST", "/charges");
        endpoints.ForBrand<RefundCharge>("POST", "/charges/{bill}/refunds");
        endpoints.ForBrand<HoldAmount>("POST", "/holds");
        endpoints.ForBrand<CaptureHold>("POST", "/holds/{hold}/captures");
        endpoints.ForBrand<ReleaseHold>("POST", "/holds/{hold}/releases");
    }
}
