using RetailMember.Modules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>An order is the business of the store that holds it, and of whoever's grant covers that store.</summary>
internal sealed class OrderReach(ModuleCatalogue modules)
{
    /// <summary>Refuses with <c>redemption.order-at-other-store</c>.</summary>
    public void RefuseUnlessCovered(RewardOrder order, string permission, CallContext call) =>
        RefuseUnlessCovered(order.StoreId, permission, call);

    /// <summary>Refuses with <c>redemption.order-at-other-store</c>.</summary>
    /// <param name="storeId">Where it happened; null: anywhere.</param>
    /// <param name="permission">That must reach there.</param>
    /// <param name="call">Whose.</param>
    public void RefuseUnlessCovered(int? storeId, string permission, CallContext call)
    {
        if (storeId is { } store && !call.Caller.Can(modules.PermissionNamed(permission), call.RequiredBrand.Id, store))
            throw OrderBook.AtOtherStore();
    }
}
