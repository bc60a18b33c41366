using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Demonstrations;
using RetailMember.Membership.Demonstration;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Forgetting;
using RetailMember.Membership.Own;
using RetailMember.Membership.Pages;
using RetailMember.Membership.Pages.Own;
using RetailMember.Membership.Pages.Programmes;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Reports.Books;
using RetailMember.Membership.Tags;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Settings;

namespace RetailMember.Membership;

/// <summary>Members, programmes, purchases, points and tiers.</summary>
public sealed class MembershipModule : IModule
{
    public string Name => "Membership";

    public IReadOnlyList<string> Needs => ["Ledger"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribePages();
        OwnPages.Describe(module);
        ProgrammePages.Describe(module);
        module.NumberSetting(AdjustPoints.LimitSetting, "1000", 0, 1_000_000_000);
        module.Setting(CardForms.Setting, SettingKind.Text, "");

        module.Job("expire-points", "0 5 0 * * ?", perBrand: true, () => new ExpirePoints.Input());
        module.Job("review-tiers", "0 20 0 * * ?", perBrand: true, () => new ReviewTiers.Input());
        module.NumberSetting(ForgetMembers.DaysSetting, "30", 0, 3_650);
        module.Job("forget-members", "0 10 4 * * ?", perBrand: true, () => new ForgetMembers.Input());
        module.Job("end-what-outlived", "0 15 4 * * ?", perBrand: true, () => new EndWhatOutlived.Input());
        module.Job("verify-books", "0 30 4 * * ?", perBrand: true, () => new RunBookCheck.Input());
        module.Verb(new VerifyVerb());
        module.DescribeImports();
        module.DescribeTags();

        module.On<MemberEnrolled, StoreDayOfEnrolments>();
        module.On<PurchaseRecorded, StoreDayOfPurchases>();
        module.On<PurchaseRefunded, StoreDayOfRefunds>();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddMembers();
        services.AddProgrammes();
        services.AddPurchases();
        services.AddPoints();
        services.AddReports();
        services.AddTags();
        ProgrammePages.AddServices(services);
        services.AddScoped<IDemonstration, MembershipDemonstration>();
        services.AddScoped<IDemonstration, TagDemonstration>();
        services.AddScoped<IMemberHomePart, OwnCardPart>();
        services.AddScoped<IMemberData, OwnData>();
        services.AddImports();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.MapMembers();
        endpoints.MapProgrammes();
        endpoints.MapPurchases();
        endpoints.MapPoints();
        endpoints.MapReports();
        endpoints.MapTags();
        endpoints.MapImports();
        endpoints.MapPages();
        OwnPages.Map(endpoints);
        ProgrammePages.Map(endpoints);
    }
}
