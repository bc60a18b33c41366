using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Portal;

/// <summary>The rights of this module.</summary>
internal static class PortalPermissions
{
    /// <summary>Print the posters by which people join.</summary>
    public const string ViewPosters = "Portal.Posters.View";

    /// <summary>See what a member has agreed to.</summary>
    public const string ViewConsents = "Portal.Consents.View";

    /// <summary>Write down at the counter that a member agrees, or takes it back.</summary>
    public const string RecordConsents = "Portal.Consents.Record";

    /// <summary>Publish the brand's own wording of what members agree to.</summary>
    public const string PublishWordings = "Portal.Consents.Publish";

    /// <summary>Delete what has served its time.</summary>
    public const string RunJobs = "Portal.Jobs.Run";

    private static readonly string[] Managers = [OperationsDirector, OperationsCentre, StoreGeneralManager, StoreManager];
    private static readonly string[] Floor = [Cashier, Till, CustomerService, SalesAssistant, ShopGuide];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewPosters, Reach.Store, Managers);
        module.Permission(ViewConsents, Reach.Store, [.. Managers, .. Floor]);
        module.Permission(RecordConsents, Reach.Store, [.. Managers, .. Floor]);
        module.Permission(PublishWordings, Reach.Brand, OperationsDirector);
        module.Permission(RunJobs, Reach.Chain);
    }
}
