using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Commissions.Editing;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Assessments;

namespace RetailMember.StoredValue.Commissions;

/// <summary>What the module describes, registers and maps for commission, targets and settlements.</summary>
internal static class CommissionServices
{
    public static void DescribeCommissions(this ModuleDescription module)
    {
        module.NumberSetting(AwardBounds.FirstCardSetting, "500", 0, 1_000_000);
        module.NumberSetting(AwardBounds.TopSellerSetting, "2000", 0, 1_000_000);
        module.Job("make-commissions-payable", "0 5 0 * * ?", perBrand: true, () => new MakePayable.Input());
        module.Job("close-sales-campaigns", "0 20 0 * * ?", perBrand: true, () => new CloseSalesCampaigns.Input());
        module.Job("note-roles", "0 50 23 * * ?", perBrand: true, () => new NoteRoles.Input());
    }

    public static void AddCommissions(this IServiceCollection services)
    {
        services.AddScoped<CommissionRuleBook>();
        services.AddScoped<NamedInRules>();
        services.AddScoped<CommissionReversals>();
        services.AddScoped<CommissionBook>();
        services.AddScoped<CampaignAwards>();
        services.AddScoped<AwardBounds>();
        services.AddScoped<SettlementShelf>();
        services.AddScoped<TargetBook>();
        services.AddScoped<TargetParts>();
        services.AddScoped<SalesFigures>();
        services.AddScoped<ProspectFigures>();
        services.AddScoped<AssessmentBook>();
        services.AddScoped<StaffOfMonth>();
    }

    public static void MapCommissions(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindCommissionRules>("GET", "/commission-rules");
        endpoints.ForBrand<EditCommissionRules>("PUT", "/commission-rules");
        endpoints.ForBrand<ActivateCommissionRules>("POST", "/commission-rules/activation");
        endpoints.ForBrand<WithdrawCommissionRules>("POST", "/commission-rules/withdrawal");
        endpoints.ForBrand<FindSalesCampaigns>("GET", "/sales-campaigns");
        endpoints.ForBrand<EditSalesCampaign>("PUT", "/sales-campaigns/{campaign}");
        endpoints.ForBrand<DeleteSalesCampaign>("DELETE", "/sales-campaigns/{campaign}");
        endpoints.ForBrand<ApproveSalesCampaign>("POST", "/sales-campaigns/{campaign}/approval");
        endpoints.ForBrand<ReadRace>("GET", "/sales-race");
        endpoints.ForBrand<FindSettlements>("GET", "/settlements");
        endpoints.ForBrand<PrepareSettlement>("POST", "/settlements");
        endpoints.ForBrand<ReadSettlement>("GET", "/settlements/{settlement}");
        endpoints.ForBrand<DecideSettlement>("POST", "/settlements/{settlement}/decision");
        endpoints.ForBrand<ExportSettlement>("POST", "/settlements/{settlement}/file");
        endpoints.ForBrand<FindDisputes>("GET", "/commission-disputes");
        endpoints.ForBrand<DisputeLine>("POST", "/commission-lines/{commissionLine}/disputes");
        endpoints.ForBrand<AnswerDispute>("POST", "/commission-disputes/{dispute}/reply");
        endpoints.ForBrand<FindTargets>("GET", "/targets");
        endpoints.ForBrand<EditTarget>("PUT", "/targets");
        endpoints.ForBrand<ReadTargetSplit>("GET", "/targets/division");
        endpoints.ForBrand<SplitTarget>("POST", "/targets/division");
        endpoints.ForBrand<SetUsualTargets>("POST", "/targets/usual");
        endpoints.ForBrand<ReportSales>("GET", "/sales-report");
        endpoints.ForBrand<ReadAssessments>("GET", "/assessments");
        endpoints.ForBrand<PrepareAssessment>("POST", "/assessments");
        endpoints.ForBrand<DecideAssessment>("POST", "/assessments/decision");
    }
}
