using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Apparel;

/// <summary>The rights of this module, and who has them at first.</summary>
internal static class ApparelPermissions
{
    /// <summary>See members' ladders, and the rungs that wait at a store.</summary>
    public const string ViewLadder = "Apparel.Ladder.View";

    public const string ViewTasks = "Apparel.Tasks.View";

    /// <summary>Ask for services on a member's behalf, and say that they were done.</summary>
    public const string WorkTasks = "Apparel.Tasks.Work";

    /// <summary>See the classes of customers and who looks after whom.</summary>
    public const string ViewCustomers = "Apparel.Customers.View";

    /// <summary>Say who looks after a customer.</summary>
    public const string AssignCustomers = "Apparel.Customers.Assign";

    public const string ViewRules = "Apparel.Rules.View";

    public const string EditRules = "Apparel.Rules.Edit";

    /// <summary>Put a draft of the rules in force.</summary>
    public const string ActivateRules = "Apparel.Rules.Activate";

    /// <summary>Compare a store before and during a pilot.</summary>
    public const string ViewPilot = "Apparel.Pilot.View";

    public const string RunJobs = "Apparel.Jobs.Run";

    private static readonly string[] Centre = [OperationsDirector, OperationsCentre, SalesManager];
    private static readonly string[] Shop =
        [.. Centre, StoreManager, StoreGeneralManager, SalesSupervisor, SalesAssistant, ShopGuide, CustomerService];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewLadder, Reach.Store, [.. Shop, Cashier, Till]);
        module.Permission(ViewTasks, Reach.Store, Shop);
        module.Permission(WorkTasks, Reach.Store, Shop);
        module.Permission(ViewCustomers, Reach.Brand, [.. Centre, CustomerService]);
        module.Permission(AssignCustomers, Reach.Brand, Centre);
        module.Permission(ViewRules, Reach.Brand, Centre);
        module.Permission(EditRules, Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission(ActivateRules, Reach.Brand, OperationsDirector);
        module.Permission(ViewPilot, Reach.Brand, Centre);
        module.Permission(RunJobs, Reach.Brand, OperationsDirector);
    }
}
