using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Notices;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.StoredValue.Value.Holds;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value;

/// <summary>What the module describes, registers and maps for the value on cards.</summary>
internal static class ValueServices
{
    public static void DescribeValue(this ModuleDescription module)
    {
        module.NumberSetting(CardRefunds.GraceSetting, "30", 1, 3_650);
        module.NumberSetting(HoldShelf.HoursSetting, "24", 1, 24 * 366);
        module.Setting(SlipNotices.Setting, SettingKind.YesNo, "false");
        module.Setting(CardNotices.Setting, SettingKind.YesNo, "true");
        module.NumberSetting(CardChanges.SecondPersonSetting, "500", 0, Money.LargestAcceptedFen / 100);
        module.NumberSetting(LookLimit.Setting, "20", 1, 100_000);
        module.On<CardMoved, SlipNotices>();
        module.On<CardChanged, CardNotices>();
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
        services.AddScoped<CashPayouts>();
        services.AddScoped<CardRefunds>();
        services.AddScoped<HoldShelf>();
        services.AddScoped<CardHolding>();
        services.AddScoped<ICardHolds>(s => s.GetRequiredService<CardHolding>());
        services.AddScoped<ICardLoads, LoadFiles>();
        services.AddScoped<ICardPayments, CardPayments>();
    }

    public static void MapValue(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<ChargeCards>("POST", "/charges");
        endpoints.ForBrand<RefundCharge>("POST", "/charges/{bill}/refunds");
        endpoints.ForBrand<HoldAmount>("POST", "/holds");
        endpoints.ForBrand<RaiseHold>("POST", "/holds/{hold}/increases");
        endpoints.ForBrand<CaptureHold>("POST", "/holds/{hold}/captures");
        endpoints.ForBrand<ReleaseHold>("POST", "/holds/{hold}/releases");
    }
}
