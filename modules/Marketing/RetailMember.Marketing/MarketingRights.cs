using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Marketing;

/// <summary>The module's permissions and who has them at first.</summary>
internal static class MarketingRights
{
    /// <summary>Read templates and signatures.</summary>
    public const string ViewTemplates = "Marketing.Templates.View";

    /// <summary>Draft templates and signatures, and try them on addresses of the house's own people.</summary>
    public const string EditTemplates = "Marketing.Templates.Edit";

    /// <summary>Approve the drafts of others, and withdraw what was approved.</summary>
    public const string ApproveTemplates = "Marketing.Templates.Approve";

    /// <summary>Say which addresses of the house's own people words may be tried on.</summary>
    public const string EditTestAddresses = "Marketing.TestAddresses.Edit";

    /// <summary>Hand over what waits now, and ask the provider what became of messages.</summary>
    public const string HandOver = "Marketing.Messages.HandOver";

    /// <summary>Note in a store that somebody wants no more commercial messages.</summary>
    public const string RecordOptOuts = "Marketing.OptOuts.Record";

    /// <summary>Read segments, and see how many members they have.</summary>
    public const string ViewSegments = "Marketing.Segments.View";

    /// <summary>Save segments.</summary>
    public const string EditSegments = "Marketing.Segments.Edit";

    /// <summary>See the packages of messages, and what is left of them.</summary>
    public const string ViewPackages = "Marketing.Packages.View";

    /// <summary>Enter packages of messages that were bought.</summary>
    public const string BuyPackages = "Marketing.Packages.Buy";

    /// <summary>Read campaigns and what came of them.</summary>
    public const string ViewCampaigns = "Marketing.Campaigns.View";

    /// <summary>Draft campaigns.</summary>
    public const string EditCampaigns = "Marketing.Campaigns.Edit";

    /// <summary>Approve the drafts of others.</summary>
    public const string ApproveCampaigns = "Marketing.Campaigns.Approve";

    /// <summary>Send approved campaigns off, pause, resume and stop them.</summary>
    public const string RunCampaigns = "Marketing.Campaigns.Run";

    private static readonly string[] Operations = [OperationsDirector, OperationsCentre];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewTemplates, Reach.Brand, Operations);
        module.Permission(EditTemplates, Reach.Brand, Operations);
        module.Permission(ApproveTemplates, Reach.Brand, OperationsDirector);
        module.Permission(EditTestAddresses, Reach.Brand, OperationsDirector);
        module.Permission(ViewSegments, Reach.Brand, Operations);
        module.Permission(EditSegments, Reach.Brand, Operations);
        module.Permission(ViewCampaigns, Reach.Brand, Operations);
        module.Permission(EditCampaigns, Reach.Brand, Operations);
        module.Permission(ApproveCampaigns, Reach.Brand, OperationsDirector);
        module.Permission(RunCampaigns, Reach.Brand, Operations);
        module.Permission(ViewPackages, Reach.Brand, Operations);
        module.Permission(BuyPackages, Reach.Brand, OperationsDirector);
        module.Permission(MarketingPermissions.ViewMessages, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(MarketingPermissions.LinkWeChat, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(HandOver, Reach.Brand, Operations);
        module.Permission(
            RecordOptOuts, Reach.Store,
            [.. Operations, StoreGeneralManager, StoreManager, CustomerService, ShopGuide, SalesAssistant, Cashier]);
    }
}
