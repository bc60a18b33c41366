using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Groups.Data;
using RetailMember.Groups.Demonstration;
using RetailMember.Groups.Groups;
using RetailMember.Groups.Kinds;
using RetailMember.Groups.Pages;
using RetailMember.Groups.Pages.Own;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Redemption;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Groups;

/// <summary>Members who belong together: households, couples, companies. They share points, never their histories.</summary>
public sealed class GroupsModule : IModule
{
    public string Name => "Groups";

    public IReadOnlyList<string> Needs => ["Ledger", "Membership", "Redemption"];

    public void Describe(ModuleDescription module)
    {
        string[] operations = [OperationsDirector, OperationsCentre];
        string[] counter = [StoreGeneralManager, StoreManager, Cashier, CustomerService];
        module.Permission(GroupPermissions.ViewGroups, Reach.Store, [.. operations, .. counter]);
        module.Permission(GroupPermissions.ManageGroups, Reach.Store, counter);
        module.Permission(GroupPermissions.EditKinds, Reach.Brand, operations);
        module.MenuItem(new MenuItem("groups.title", "groups/groups", "users-group", GroupPermissions.ViewGroups, 45));
        OwnGroupPages.Describe(module);
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<GroupsDb, GroupsSqliteDb, GroupsPostgresDb, GroupsSqlServerDb>();
        services.AddScoped<KindShelf>();
        services.AddScoped<GroupBook>();
        services.AddScoped<GroupsOfMembers>();
        services.AddScoped<IGroups>(scope => scope.GetRequiredService<GroupsOfMembers>());
        services.AddScoped<IPointsPool, GroupPools>();
        services.AddScoped<IPointsEarner, GroupEarners>();
        services.AddScoped<IMemberMerge, GroupMerge>();
        services.AddScoped<IMemberClosing, GroupsOfFormerMembers>();
        services.AddScoped<IHouseholds, GroupHouseholds>();
        services.AddScoped<IMemberData, GroupsData>();
        services.AddScoped<IDemonstration, GroupsDemonstration>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindKinds>("GET", "/kinds");
        endpoints.ForBrand<EditKind>("PUT", "/kinds/{kind}");
        endpoints.ForBrand<FormGroup>("POST", "/groups");
        endpoints.ForBrand<FindGroups>("POST", "/groups/search");
        endpoints.ForBrand<ReadGroup>("GET", "/groups/{group}");
        endpoints.ForBrand<JoinGroup>("POST", "/groups/{group}/members");
        endpoints.ForBrand<LeaveGroup>("POST", "/groups/{group}/leavings");
        endpoints.ForBrand<HandOverGroup>("POST", "/groups/{group}/handover");
        endpoints.ForBrand<EndGroup>("POST", "/groups/{group}/end");
        endpoints.ForBrand<FindOwnGroups>("GET", "/own-groups");
        GroupPages.Map(endpoints.BrandPages);
        OwnGroupPages.Map(endpoints.MemberPages);
    }
}
