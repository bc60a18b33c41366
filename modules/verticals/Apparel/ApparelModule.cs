using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Apparel.Customers;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Events;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Pages;
using RetailMember.Apparel.Pilot;
using RetailMember.Apparel.Programme;
using RetailMember.Apparel.Reminders;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Apparel.Tasks;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.Settings;

namespace RetailMember.Apparel;

/// <summary>The clothes brand's monthly ladder, and the services that its levels have.</summary>
public sealed class ApparelModule : IModule
{
    internal const string ModuleName = "Apparel";

    public string Name => ModuleName;

    public IReadOnlyList<string> Needs => ["Membership", "Redemption", "Marketing"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribePages();
        module.Job("remind-members", "0 0 10 * * ?", perBrand: true, () => new RemindMembers.Input());
        module.Setting(ReminderLetters.Switch, SettingKind.YesNo, "true");
        module.Job("give-rungs", "0 40 4 * * ?", perBrand: true, () => new GiveRungs.Input());
        module.Job("raise-contacts", "0 20 6 * * ?", perBrand: true, () => new RaiseContacts.Input());
        module.On<PurchaseRecorded, LadderOfPurchases>();
        module.On<MembersMerged, LadderOfMerges>();
        module.On<MembersUnmerged, LadderOfUnmerges>();
        module.On<PurchaseRecorded, TasksOfPurchases>();
        module.On<MemberEnrolled, TasksOfEnrolments>();
        module.On<MemberForgotten, ForgottenMembers>();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ApparelDb, ApparelSqliteDb, ApparelPostgresDb, ApparelSqlServerDb>();
        services.AddScoped<ApparelRules>();
        services.AddScoped<RuleChoiceBook>();
        services.AddScoped<EventClock>();
        services.AddScoped<EventMembers>();
        services.AddScoped<LadderBook>();
        services.AddScoped<LadderDesk>();
        services.AddScoped<LadderOfMembers>();
        services.AddScoped<RungViews>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<WaitingRungs>();
        services.AddScoped<ILetterFacts, WaitingRungs>();
        foreach (var words in ReminderLetters.Words) services.AddSingleton(words);
        services.AddScoped<IRefundFollower, LadderFollower>();
        services.AddScoped<IMemberMerge, Merging.ApparelMerge>();
        services.AddScoped<IMemberClosing, TasksOfFormerMembers>();
        services.AddScoped<IMemberData, ApparelData>();
        services.AddScoped<IMemberHomePart, Pages.Own.OwnLadderPart>();
        services.AddSingleton(LadderProgramme.Proposal);
        foreach (var proposal in ShelfProposal.In(typeof(ApparelModule).Assembly, Name)) services.AddSingleton(proposal);
        services.AddScoped<IDemonstration, Demonstration.LadderSwitch>();
        services.AddScoped<IDemonstration, Demonstration.ApparelDemonstration>();
        services.AddScoped<IDemonstration, Demonstration.ReminderDemonstration>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindRungs>("GET", "/rungs");
        endpoints.ForBrand<ReadLadder>("GET", "/members/{member}/ladder");
        endpoints.ForBrand<CountMonth>("POST", "/month-count");
        endpoints.ForBrand<GiveRungs>("POST", "/rung-gifts");
        endpoints.ForBrand<FindTasks>("GET", "/tasks");
        endpoints.ForBrand<AddTask>("POST", "/tasks");
        endpoints.ForBrand<SettleTask>("POST", "/task-settlements");
        endpoints.ForBrand<FindCustomers>("GET", "/customers");
        endpoints.ForBrand<SetOwner>("PUT", "/customers/{member}/owner");
        endpoints.ForBrand<RaiseContacts>("POST", "/contact-tasks");
        endpoints.ForBrand<RemindMembers>("POST", "/reminders");
        endpoints.ForBrand<FindReminders>("GET", "/reminders");
        endpoints.ForBrand<FindRules>("GET", "/rules");
        endpoints.ForBrand<EditRules>("PUT", "/rules/draft");
        endpoints.ForBrand<ActivateRules>("POST", "/rules/activation");
        endpoints.ForBrand<WithdrawRules>("POST", "/rules/withdrawal");
        endpoints.ForBrand<ReadPilot>("GET", "/pilot");
        endpoints.MapPages();
    }
}
