using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Ledger;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Pharmacy.Club;
using RetailMember.Pharmacy.Companies;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Demonstration;
using RetailMember.Pharmacy.Drugs;
using RetailMember.Pharmacy.Health;
using RetailMember.Pharmacy.Health.Letters;
using RetailMember.Pharmacy.Own;
using RetailMember.Pharmacy.Pages;
using RetailMember.Pharmacy.Programme;
using RetailMember.Pharmacy.Rankings;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Redemption;
using RetailMember.Settings;

namespace RetailMember.Pharmacy;

/// <summary>The pharmacy's health club: gold and diamond cards, member days, rankings, tests, and drugs that are no gifts.</summary>
public sealed class PharmacyModule : IModule
{
    internal const string ModuleName = "Pharmacy";

    public string Name => ModuleName;

    public IReadOnlyList<string> Needs => ["Ledger", "Membership", "Redemption", "Groups", "Marketing"];

    public void Describe(ModuleDescription module)
    {
        PharmacyRights.Describe(module);
        PharmacyPages.Describe(module);
        module.Setting(DrugGate.ClassNeeded, SettingKind.YesNo, "true");
        module.Setting(SeasonLetters.Switch, SettingKind.YesNo, "true");
        module.NumberSetting(SeasonLetters.Day, "5", 1, 28);
        module.Job("write-health-letters", "0 10 10 * * ?", perBrand: true, () => new WriteHealthLetters.Input(WhenDue: true));
        module.Job("freeze-ranking", "0 20 4 * * ?", perBrand: true, () => new FreezeRanking.Input());
        module.Job("judge-club-cards", "0 25 4 * * ?", perBrand: true, () => new JudgeCards.Input(), whenSwitchedOn: true);
        module.On<PurchaseRecorded, CardsOfPurchases>();
        module.On<MembersMerged, CardsOfMerges>();
        module.On<MembersUnmerged, CardsOfUnmerges>();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<PharmacyDb, PharmacySqliteDb, PharmacyPostgresDb, PharmacySqlServerDb>();
        services.AddScoped<ClubRules>();
        services.AddClub();
        services.AddScoped<HealthBook>();
        services.AddScoped<HealthConsents>();
        services.AddScoped<RankingShelf>();
        services.AddScoped<RankingPrizes>();
        services.AddScoped<IRefundFollower, ClubFollower>();
        services.AddScoped<IRewardGate, DrugGate>();
        services.AddScoped<IPriceOffers, CompanyPrices>();
        services.AddScoped<IBookCheck, ClubChecks>();
        services.AddScoped<IMemberClosing, HealthOfFormerMembers>();
        services.AddScoped<IApartConsent, HealthConsentApart>();
        services.AddScoped<IMemberMerge, PharmacyMerge>();
        services.AddScoped<IMemberData, PharmacyData>();
        services.AddScoped<IMemberConditions, HealthConditions>();
        services.AddSingleton(ClubProgramme.Proposal);
        foreach (var proposal in ShelfProposal.In(typeof(PharmacyModule).Assembly, Name)) services.AddSingleton(proposal);
        foreach (var words in SeasonLetters.Words) services.AddSingleton(words);
        foreach (var season in Enum.GetValues<SeasonName>())
            services.AddScoped<ILetterFacts>(scope => ActivatorUtilities.CreateInstance<SeasonTruth>(scope, season));
        services.AddScoped<IDemonstration, ClubSwitch>();
        services.AddScoped<IDemonstration, DrugDemonstration>();
        services.AddScoped<IDemonstrationYear, CardsDemonstration>();
        services.AddScoped<IDemonstration, PharmacyDemonstration>();
        services.AddScoped<IDemonstration, HealthLetterDemonstration>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindRules>("GET", "/rules");
        endpoints.ForBrand<EditRules>("PUT", "/rules/draft");
        endpoints.ForBrand<ActivateRules>("POST", "/rules/activation");
        endpoints.ForBrand<WithdrawRules>("POST", "/rules/withdrawal");
        endpoints.ForBrand<FindStanding>("POST", "/standings");
        endpoints.ForBrand<TopUpMember>("POST", "/filled-points");
        endpoints.ForBrand<JudgeCards>("POST", "/cards/judgement");
        endpoints.ForBrand<FindRankings>("GET", "/rankings");
        endpoints.ForBrand<FreezeRanking>("POST", "/rankings");
        endpoints.ForBrand<ReadRanking>("GET", "/rankings/{year}/{quarter}");
        endpoints.ForBrand<PublishRanking>("POST", "/rankings/{year}/{quarter}/publication");
        endpoints.ForBrand<SetHealthConsent>("POST", "/health-consents");
        endpoints.ForBrand<RecordHealth>("POST", "/health-records");
        endpoints.ForBrand<ReadHealth>("POST", "/health-records/look");
        endpoints.ForBrand<CorrectHealth>("POST", "/health-records/correction");
        endpoints.ForBrand<FindHealthAccesses>("POST", "/health-accesses/search");
        endpoints.ForBrand<FindHealthLetters>("GET", "/health-letters");
        endpoints.ForBrand<WriteHealthLetters>("POST", "/health-letters");
        endpoints.ForBrand<FindOwnHealth>("GET", "/own-health-records");
        endpoints.ForBrand<WithdrawOwnHealthConsent>("POST", "/own-health-consent/withdrawal");
        endpoints.ForBrand<FindOwnRanking>("GET", "/own-ranking");
        endpoints.ForBrand<FindDrugs>("GET", "/drugs");
        endpoints.ForBrand<FindUnclassed>("GET", "/unclassed-articles");
        endpoints.ForBrand<EditDrug>("PUT", "/drugs");
        PharmacyPages.Map(endpoints);
    }
}
