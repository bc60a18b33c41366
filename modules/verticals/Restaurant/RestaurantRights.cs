using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Restaurant;

/// <summary>Who may do what at first.</summary>
internal static class RestaurantRights
{
    public const string ViewRules = "Restaurant.Rules.View";
    public const string EditRules = "Restaurant.Rules.Edit";
    public const string ActivateRules = "Restaurant.Rules.Activate";
    public const string ViewInvoices = "Restaurant.Invoices.View";
    public const string RequestInvoices = "Restaurant.Invoices.Request";
    public const string IssueInvoices = "Restaurant.Invoices.Issue";
    public const string ViewDiners = "Restaurant.Diners.View";
    public const string WakeDiners = "Restaurant.Diners.Wake";
    public const string ServeTables = "Restaurant.Tables.Serve";

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewRules, Reach.Brand, OperationsDirector, StoreGeneralManager, StoreManager, Finance);
        module.Permission(EditRules, Reach.Brand, OperationsDirector);
        module.Permission(ActivateRules, Reach.Brand, OperationsDirector);
        module.Permission(ViewInvoices, Reach.Brand, OperationsDirector, Finance);
        module.Permission(RequestInvoices, Reach.Store, OperationsDirector, StoreGeneralManager, StoreManager, Cashier, Finance);
        module.Permission(IssueInvoices, Reach.Brand, Finance);
        module.Permission(ViewDiners, Reach.Brand, OperationsDirector, OperationsCentre, CustomerService);
        module.Permission(WakeDiners, Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission(ServeTables, Reach.Store, StoreGeneralManager, StoreManager, FloorManager, FloorSupervisor, Cashier, Till);
    }
}
