using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Http;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.Messages;
using RetailMember.Platform.Pages;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Platform;

/// <summary>
/// The kernel made real: people and their rights, brands, stores, tills, switches, settings, audit, events, jobs.
/// </summary>
public sealed class PlatformModule : IModule
{
    public string Name => "Platform";

    public void Describe(ModuleDescription module)
    {
        module.Permission("Platform.Brands.Change", Reach.Chain);
        module.Permission("Platform.Stores.View", Reach.Store, [.. Managers, OperationsCentre, Finance]);
        module.Permission("Platform.Stores.Change", Reach.Brand, OperationsDirector);
        module.Permission("Platform.Modules.View", Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission("Platform.Modules.Switch", Reach.Chain);
        module.Permission("Platform.People.View", Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission("Platform.People.Change", Reach.Brand, OperationsDirector);
        module.Permission("Platform.Roles.View", Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission("Platform.Roles.Change", Reach.Chain);
        module.Permission("Platform.Tills.View", Reach.Store, [.. Managers, OperationsCentre]);
        module.Permission("Platform.Tills.Change", Reach.Store, OperationsDirector, StoreGeneralManager);
        module.Permission("Platform.Audit.View", Reach.Brand, OperationsDirector, OperationsCentre, Finance);
        module.Permission("Platform.Jobs.View", Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission("Platform.Jobs.Run", Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission("Platform.Events.View", Reach.Chain);
        module.Permission("Platform.Events.Retry", Reach.Chain);
        module.Permission("Platform.Events.Drop", Reach.Chain);
        module.Permission("Platform.Messages.View", Reach.Chain);
        module.Permission("Platform.Settings.View", Reach.Brand, OperationsDirector, OperationsCentre);
        module.Permission("Platform.Settings.Change", Reach.Brand, OperationsDirector);
        module.Job("forget-old-runs", "0 30 3 * * ?", perBrand: false, () => new ForgetOldRuns.Input());
        module.Job("forget-sent-messages", "0 35 3 * * ?", perBrand: false, () => new ForgetSentMessages.Input());
        module.DescribePages();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddTables();
        services.AddSnapshots();
        services.AddPeopleAndTills();
        services.AddEvents();
        services.AddJobs();
        services.AddMessages();
        services.AddTexts();
        services.AddDoors(configuration);
        services.AddPlatformPages();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        SignInEndpoints.Map(endpoints.ChainApi);
        PlatformApi.Map(endpoints);
        PlatformPages.Map(endpoints);
    }

    private static readonly string[] Managers = [OperationsDirector, StoreGeneralManager, StoreManager];
}
