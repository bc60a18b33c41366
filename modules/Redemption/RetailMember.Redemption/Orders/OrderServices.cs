using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Redemption.Orders.Points;
using RetailMember.Redemption.Orders.Privileges;
using RetailMember.Redemption.Orders.Services;

namespace RetailMember.Redemption.Orders;

/// <summary>What the module describes, registers and maps for orders.</summary>
internal static class OrderServices
{
    public static void DescribeOrders(this ModuleDescription module)
    {
        module.NumberSetting(OrderUndo.GraceSetting, "30", 0, 3_650);
        module.NumberSetting(FindRatings.BadPercentSetting, "20", 0, 100);
        module.NumberSetting(FindRatings.NeededSetting, "10", 1, 100_000);
        module.Job("expire-orders", "0 15 0 * * ?", perBrand: true, () => new ExpireOrders.Input());
        module.On<PurchaseRefunded, PrivilegesOfRefunds>();
    }

    public static void AddOrders(this IServiceCollection services)
    {
        services.AddScoped<OrderBook>();
        services.AddScoped<Pools>();
        services.AddScoped<PointsAtHand>();
        services.AddScoped<OrderPayments>();
        services.AddScoped<PointsLeft>();
        services.AddScoped<LimitCounters>();
        services.AddScoped<RedeemDesks>();
        services.AddScoped<Delivery>();
        services.AddScoped<OrderReach>();
        services.AddScoped<OrderUndo>();
        services.AddScoped<TakeBack>();
        services.AddScoped<ServiceDesk>();
        services.AddScoped<ServiceDays>();
        services.AddScoped<OrderReturns>();
        services.AddScoped<RatingDesk>();
        services.AddScoped<ReceiptPrivileges>();
        services.AddScoped<IRefundFollower, OrderFollower>();
    }

    public static void MapOrders(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<Redeem>("POST", "/orders");
        endpoints.ForBrand<FindOrders>("POST", "/orders/search");
        endpoints.ForBrand<ReadOrder>("GET", "/orders/{order}");
        endpoints.ForBrand<RevealOrder>("POST", "/orders/{order}/disclosures");
        endpoints.ForBrand<MarkReady>("POST", "/orders/{order}/readiness");
        endpoints.ForBrand<CancelOrder>("POST", "/orders/{order}/cancellation");
        endpoints.ForBrand<ReturnOrder>("POST", "/orders/{order}/return");
        endpoints.ForBrand<RateReward>("POST", "/orders/{order}/rating");
        endpoints.ForBrand<Collect>("POST", "/collections");
        endpoints.ForBrand<FindRatings>("GET", "/ratings");
        endpoints.ForBrand<FindEntitlements>("POST", "/entitlements/search");
        endpoints.ForBrand<ReadEntitlement>("GET", "/entitlements/{entitlement}");
        endpoints.ForBrand<BookService>("POST", "/entitlements/{entitlement}/bookings");
        endpoints.ForBrand<UseEntitlement>("POST", "/entitlement-uses");
        endpoints.ForBrand<FindBookings>("GET", "/bookings");
        endpoints.ForBrand<CancelBooking>("POST", "/bookings/{booking}/cancellation");
    }
}
