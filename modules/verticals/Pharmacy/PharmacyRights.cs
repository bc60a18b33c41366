using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;
using static RetailMember.Pharmacy.PharmacyPermissions;

namespace RetailMember.Pharmacy;

/// <summary>Who may what, when the module is first seen.</summary>
internal static class PharmacyRights
{
    public static void Describe(ModuleDescription module)
    {
        string[] operations = [OperationsDirector, OperationsCentre];
        string[] counter = [StoreGeneralManager, StoreManager, FloorSupervisor, Cashier, Till];
        module.Permission(ViewClub, Reach.Store, [.. operations, .. counter, CustomerService]);
        module.Permission(TopUp, Reach.Store, counter);
        module.Permission(EditRules, Reach.Brand, operations);
        module.Permission(ActivateRules, Reach.Brand, OperationsDirector);
        module.Permission(PublishRankings, Reach.Brand, operations);
        module.PermissionApart(ViewHealth, Reach.Store, StoreManager);
        module.PermissionApart(RecordHealth, Reach.Store, StoreManager, FloorSupervisor);
        module.Permission(AuditHealth, Reach.Brand, OperationsDirector);
        module.Permission(ViewDrugs, Reach.Brand, operations);
        module.Permission(EditDrugs, Reach.Brand, operations);
        module.Permission(RunJobs, Reach.Brand, OperationsDirector);
    }
}
