using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Settings;
using Stamps.Cards;
using Stamps.Data;
using Stamps.Pages;

namespace Stamps;

/// <summary>A stamp for each day's first visit; the card that is full brings points.</summary>
public sealed class StampsModule : IModule
{
    internal const string ModuleName = "Stamps";
    internal const string ViewCards = "Stamps.Cards.View";
    internal const string ClearCards = "Stamps.Cards.Clear";
    internal const string StampsPerCard = "Stamps.PerCard";
    internal const string PointsPerCard = "Stamps.Points";

    public string Name => ModuleName;

    public IReadOnlyList<string> Needs => ["Membership"];

    public void Describe(ModuleDescription module)
    {
        module.Permission(ViewCards, Reach.Store, DefaultRole.OperationsDirector, DefaultRole.StoreManager);
        module.Permission(ClearCards, Reach.Brand, DefaultRole.OperationsDirector);
        module.Setting(StampsPerCard, SettingKind.WholeNumber, "10");
        module.Setting(PointsPerCard, SettingKind.WholeNumber, "50");
        module.MenuItem(new MenuItem("stamps.title", "stamps/cards", "ticket", ViewCards, 500));
        module.Job("clear-idle-cards", "0 40 3 * * ?", perBrand: true, () => new ClearIdleCards.Input());
        module.On<MemberEnrolled, WelcomeStamp>();
        module.On<PurchaseRecorded, VisitStamp>();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<StampsDb, StampsSqliteDb, StampsPostgresDb, StampsSqlServerDb>();
        services.AddScoped<IEarningAddition, FullCard>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindCards>("GET", "/cards");
        endpoints.ForBrand<ClearIdleCards>("POST", "/cards/clear-idle");
        endpoints.BrandPages.MapGet("/cards", async (PageCall page) =>
            Page.For<CardsPage>(await page.RunAsync(page.Query<FindCards.Input>())));
    }
}
