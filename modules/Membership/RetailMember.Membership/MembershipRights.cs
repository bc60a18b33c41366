using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.Membership.MembershipPermissions;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Membership;

/// <summary>The module's permissions and who has them at first. Personal data in full is for operations alone.</summary>
internal static class MembershipRights
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
        module.Permission(ViewMembers, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(RevealMembers, Reach.Brand, Operations);
        module.Permission(EnrolMembers, Reach.Store, [.. Operations, .. Counter, .. Floor]);
        module.Permission(EditMembers, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(MergeMembers, Reach.Brand, Operations);
        module.Permission(DecideApplications, Reach.Store, Managers);
        module.Permission(GrantTiers, Reach.Brand, Operations);
        module.Permission(RecordParticipations, Reach.Store, [.. Managers, CustomerService, ShopGuide]);
        module.Permission(ViewCare, Reach.Store, [.. Managers, .. Floor]);
        module.Permission(RecordCare, Reach.Store, [.. Managers, .. Floor]);
        module.Permission(ViewTags, Reach.Store, [.. Managers, SalesManager, CustomerService, ShopGuide]);
        module.Permission(EditTags, Reach.Brand, Operations);
        module.Permission(ActivateTags, Reach.Brand, OperationsDirector);
        module.Permission(TagMembers, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(RecordPurchases, Reach.Store, Counter);
        module.Permission(ViewPurchases, Reach.Store, [.. Operations, .. Counter, .. Floor, Finance]);
        module.Permission(RefundPurchases, Reach.Store, Counter);
        module.Permission(ViewAdjustments, Reach.Store, [.. Managers, CustomerService, Finance]);
        module.Permission(AdjustPoints, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(ApproveAdjustments, Reach.Brand, OperationsDirector, Finance);
        module.Permission(TransferPoints, Reach.Store, [.. Managers, Cashier, CustomerService]);
        module.Permission(ReverseTransfers, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(ViewProgrammes, Reach.Store, [.. Managers, Finance]);
        module.Permission(EditProgrammes, Reach.Brand, Operations);
        module.Permission(ActivateProgrammes, Reach.Brand, OperationsDirector);
        module.Permission(ViewReports, Reach.Brand, [.. Operations, StoreGeneralManager, Finance]);
        module.Permission(Import, Reach.Brand, Operations);
        module.Permission(RunJobs, Reach.Brand, OperationsDirector);
    }
}
