using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Engagement;

/// <summary>The module's permissions and who has them at first.</summary>
internal static class EngagementRights
{
    /// <summary>Read events and who signed up for them.</summary>
    public const string ViewEvents = "Engagement.Events.View";

    /// <summary>Draft, publish, close and cancel events.</summary>
    public const string EditEvents = "Engagement.Events.Edit";

    /// <summary>Sign members up, and take their names off again.</summary>
    public const string SignUpMembers = "Engagement.SignUps.Manage";

    /// <summary>Record at the door who came.</summary>
    public const string RecordAttendances = "Engagement.Attendances.Record";

    /// <summary>Take back an attendance, with its points.</summary>
    public const string WithdrawAttendances = "Engagement.Attendances.Withdraw";

    /// <summary>Read surveys and what members answered.</summary>
    public const string ViewSurveys = "Engagement.Surveys.View";

    /// <summary>Draft, open and close surveys.</summary>
    public const string EditSurveys = "Engagement.Surveys.Edit";

    /// <summary>Read what members told the brand.</summary>
    public const string ViewTickets = "Engagement.Tickets.View";

    /// <summary>Answer, assign and close tickets, and open them for members.</summary>
    public const string AnswerTickets = "Engagement.Tickets.Answer";

    private static readonly string[] Operations = [OperationsDirector, OperationsCentre];
    private static readonly string[] Managers = [.. Operations, StoreGeneralManager, StoreManager];
    private static readonly string[] Floor = [CustomerService, ShopGuide, SalesAssistant, Cashier];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewEvents, Reach.Store, [.. Managers, .. Floor]);
        module.Permission(EditEvents, Reach.Brand, Operations);
        module.Permission(SignUpMembers, Reach.Store, [.. Managers, .. Floor]);
        module.Permission(RecordAttendances, Reach.Store, [.. Managers, .. Floor]);
        module.Permission(WithdrawAttendances, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(ViewSurveys, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(EditSurveys, Reach.Brand, Operations);
        module.Permission(ViewTickets, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(AnswerTickets, Reach.Brand, [.. Operations, CustomerService]);
    }
}
