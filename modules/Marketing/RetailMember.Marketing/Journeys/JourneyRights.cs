using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Marketing.Journeys;

/// <summary>The permissions of journeys and who has them at first.</summary>
internal static class JourneyRights
{
    /// <summary>See journeys, and why members were written to or not.</summary>
    public const string View = "Marketing.Journeys.View";

    /// <summary>Draft and end journeys.</summary>
    public const string Edit = "Marketing.Journeys.Edit";

    /// <summary>Activate the drafts of others.</summary>
    public const string Activate = "Marketing.Journeys.Activate";

    /// <summary>Let journeys write to those whose day it is.</summary>
    public const string Run = "Marketing.Journeys.Run";

    private static readonly string[] Operations = [OperationsDirector, OperationsCentre];

    public static void Describe(ModuleDescription module)
    {
        module.Permission(View, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(Edit, Reach.Brand, Operations);
        module.Permission(Activate, Reach.Brand, OperationsDirector);
        module.Permission(Run, Reach.Brand, Operations);
        module.Permission(MarketingPermissions.TellShopEvents, Reach.Brand, Operations);
    }
}
