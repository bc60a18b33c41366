using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;
using static RetailMember.StoredValue.StoredValuePermissions;

namespace RetailMember.StoredValue;

/// <summary>The module's permissions and who has them at first.</summary>
internal static class StoredValueRights
{
    private static readonly string[] Operations = [OperationsDirector, OperationsCentre];
    private static readonly string[] Managers = [.. Operations, StoreGeneralManager, StoreManager];
    private static readonly string[] Counter = [StoreGeneralManager, StoreManager, Cashier, Till];

    private static readonly string[] Floor =
    [
        SalesManager, LobbyManager, FloorManager, FloorSupervisor, DoorSupervisor, SalesSupervisor, SalesAssistant, CustomerService,
    ];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewTypes, Reach.Brand, [.. Operations, Finance]);
        module.Permission(EditTypes, Reach.Brand, Operations);
        module.Permission(ActivateTypes, Reach.Brand, OperationsDirector);
        module.Permission(ViewCards, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(RevealCards, Reach.Store, StoreGeneralManager, StoreManager, CustomerService);
        module.Permission(ChargeCards, Reach.Store, Counter);
        module.Permission(RefundCards, Reach.Store, Counter);
        module.Permission(BlockCards, Reach.Store, [.. Managers, Cashier, CustomerService]);
        module.Permission(ManageCards, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(RequestClosings, Reach.Store, [.. Managers, Cashier, CustomerService]);
        module.Permission(ApproveClosings, Reach.Store, OperationsDirector, StoreGeneralManager, Finance);
        module.Permission(ViewBatches, Reach.Brand, [.. Operations, Finance]);
        module.Permission(EditBatches, Reach.Brand, Operations);
        module.Permission(IssueGiftCards, Reach.Store, [.. Managers, Cashier, CustomerService]);
        module.Permission(RunJobs, Reach.Brand, OperationsDirector);
    }
}
