using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption;

/// <summary>The module's permissions and who has them at first.</summary>
internal static class RedemptionRights
{
    private static readonly string[] Operations = [OperationsDirector, OperationsCentre];
    private static readonly string[] Managers = [.. Operations, StoreGeneralManager, StoreManager];
    private static readonly string[] Counter = [StoreGeneralManager, StoreManager, Cashier, Till];

    private static readonly string[] Floor =
    [
        SalesManager, LobbyManager, FloorManager, FloorSupervisor, DoorSupervisor, BarSupervisor, SalesSupervisor,
        SalesAssistant, ShopGuide,
        CustomerService,
    ];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewVouchers, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(RevealVouchers, Reach.Store, [.. Counter, CustomerService]);
        module.Permission(EditVouchers, Reach.Brand, Operations);
        module.Permission(RedemptionPermissions.IssueVouchers, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(IssueInBulk, Reach.Brand, Operations);
        module.Permission(UseVouchers, Reach.Store, Counter);
        module.Permission(ManageVouchers, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(ViewCatalogue, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(EditCatalogue, Reach.Brand, Operations);
        module.Permission(PublishEditions, Reach.Brand, OperationsDirector);
        module.Permission(RedemptionPermissions.SupplyStock, Reach.Store, Managers);
        module.Permission(ViewOrders, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(RedeemRewards, Reach.Store, [.. Counter, CustomerService]);
        module.Permission(HandOutOrders, Reach.Store, [.. Counter, ShopGuide, SalesAssistant]);
        module.Permission(CancelOrders, Reach.Store, [.. Counter, CustomerService]);
        module.Permission(ReturnOrders, Reach.Store, Managers);
        module.Permission(ViewGifts, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(EditGifts, Reach.Brand, Operations);
        module.Permission(GiveGifts, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(HandOutGifts, Reach.Store, [.. Counter, ShopGuide, SalesAssistant]);
        module.Permission(RevokeGifts, Reach.Store, Managers);
        module.Permission(ViewBenefits, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(EditBenefits, Reach.Brand, Operations);
        module.Permission(GrantBenefits, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(UseBenefits, Reach.Store, [.. Counter, ShopGuide, SalesAssistant]);
        module.Permission(RunJobs, Reach.Brand, OperationsDirector);
    }
}
