using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Restaurant.Data;
using RetailMember.Restaurant.Demonstration;
using RetailMember.Restaurant.Diners;
using RetailMember.Restaurant.Diners.Waking;
using RetailMember.Restaurant.Invoices;
using RetailMember.Restaurant.Pages;
using RetailMember.Restaurant.Rules;
using RetailMember.Restaurant.Tables;
using RetailMember.StoredValue;

namespace RetailMember.Restaurant;

/// <summary>The restaurant's prepaid card: what its brand adds to the cards, receipts and guests of the core.</summary>
public sealed class RestaurantModule : IModule
{
    internal const string ModuleName = "Restaurant";

    public string Name => ModuleName;

    public IReadOnlyList<string> Needs => ["Membership", "StoredValue", "Marketing"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribePages();
        module.Job("count-guests", "0 50 3 * * ?", perBrand: true, () => new CountGuests.Input());
        module.Job("wake-diners", "0 30 9 * * ?", perBrand: true, () => new RunWakeUp.Input(WhenDue: true));
        module.Job("recheck-invoices", "0 20 4 * * ?", perBrand: true, () => new RecheckInvoices.Input());
        module.DescribeLetters();
        module.NumberSetting(CountSomeGuests.RecentMonths, "2", 1, 24);
        module.On<MemberEnrolled, SeenJoining>();
        module.On<PurchaseRecorded, SeenBuying>();
        module.On<CardMoved, SeenPaying>();
        module.On<MembersMerged, SeenTwice>();
        module.On<MemberClosed, GuestLeft>();
        module.On<MemberForgotten, ForgetGuest>();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RestaurantDb, RestaurantSqliteDb, RestaurantPostgresDb, RestaurantSqlServerDb>();
        services.AddScoped<HouseRuleBook>();
        services.AddScoped<ICardChargeRule, SameDayLimit>();
        services.AddScoped<IPriceVeto, ListPriceWithCard>();
        services.AddScoped<InvoiceDesk>();
        services.AddScoped<InvoicedMoney>();
        services.AddScoped<IPrincipalFollower, InvoicesOfLoads>();
        services.AddScoped<IRefundFollower, InvoicesOfReceipts>();
        services.AddSingleton(Cards.DiningCard.Proposal);
        services.AddSingleton(WakeUpLetters.Words);
        services.AddScoped<SleepWatch>();
        services.AddScoped<GuestBook>();
        services.AddScoped<Visits>();
        services.AddScoped<IMemberMerge, GuestMerge>();
        services.AddScoped<ILetterFacts, StillAsleep>();
        services.AddScoped<IMemberData, DinerData>();
        services.AddScoped<TableBook>();
        services.AddScoped<IDemonstration, RestaurantDemonstration>();
        services.AddScoped<IDemonstration, WakeUpDemonstration>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindHouseRules>("GET", "/house-rules");
        endpoints.ForBrand<EditHouseRules>("PUT", "/house-rules");
        endpoints.ForBrand<ActivateHouseRules>("POST", "/house-rules/activation");
        endpoints.ForBrand<WithdrawHouseRules>("POST", "/house-rules/withdrawal");
        endpoints.ForBrand<FindInvoiceableLoads>("GET", "/card-loads");
        endpoints.ForBrand<FindInvoiceableLoads>("POST", "/card-loads/search");
        endpoints.ForBrand<RequestLoadInvoice>("POST", "/card-loads/{load}/invoice");
        endpoints.ForBrand<RequestReceiptInvoice>("POST", "/receipts/{receiptNo}/invoice");
        endpoints.ForBrand<FindInvoiceRequests>("GET", "/invoice-requests");
        endpoints.ForBrand<FindInvoices>("GET", "/invoices");
        endpoints.ForBrand<IssueInvoice>("POST", "/invoices/{invoice}/number");
        endpoints.ForBrand<ReverseInvoice>("POST", "/invoices/{invoice}/reversal");
        endpoints.ForBrand<FindSleepers>("GET", "/sleepers");
        endpoints.ForBrand<ReadSleep>("GET", "/sleep");
        endpoints.ForBrand<CountGuests>("POST", "/guest-counts");
        endpoints.ForBrand<RunWakeUp>("POST", "/wake-ups");
        endpoints.ForBrand<FindWakeUpCalls>("GET", "/wake-up-calls");
        endpoints.ForBrand<FindTables>("GET", "/table-bills");
        endpoints.ForBrand<OpenTable>("POST", "/table-bills");
        endpoints.ForBrand<ReadTable>("GET", "/table-bills/{bill}");
        endpoints.ForBrand<AddToTable>("POST", "/table-bills/{bill}/items");
        endpoints.ForBrand<PayTable>("POST", "/table-bills/{bill}/payment");
        endpoints.ForBrand<GiveUpTable>("POST", "/table-bills/{bill}/end");
        endpoints.MapPages();
    }
}
