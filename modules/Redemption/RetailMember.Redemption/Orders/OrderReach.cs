using RetailMember.Modules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>An order is the business of the store that holds it, and of whoever's grant covers that store.</summary>
internal sealed class OrderReach(ModuleCatalogue modules)
{
    /// <summary>Refuses with <c>redemption.order-at-other-store</c>.</summary>
    public void RefuseUnlessCovered(RewardOrder order, string permission, CallContext call)
    {
        if (order.StoreId is { } store && !call.Caller.Can(modules.PermissionNamed(permission), order.BrandId, store))
            throw OrderBook.AtOtherStore();
    }
}
