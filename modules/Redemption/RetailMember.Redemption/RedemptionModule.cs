using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Redemption.Auditing;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Merging;
using RetailMember.Redemption.Demonstration;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Notices;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Own;
using RetailMember.Redemption.Pages;
using RetailMember.Redemption.Pages.Own;
using RetailMember.Redemption.Proposals;
using RetailMember.Redemption.Tenders;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption;

/// <summary>What points and reasons become: a catalogue of rewards, orders, vouchers, gifts and benefits.</summary>
public sealed class RedemptionModule : IModule
{
    public string Name => "Redemption";

    public IReadOnlyList<string> Needs => ["Ledger", "Membership"];

    public void Describe(ModuleDescription module)
    {
        module.DescribeRights();
        module.DescribeVouchers();
        module.DescribeOrders();
        module.DescribePages();
        OwnShelfPages.Describe(module);
        module.DescribeGifts();
        module.DescribeNotices();
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RedemptionDb, RedemptionSqliteDb, RedemptionPostgresDb, RedemptionSqlServerDb>();
        services.AddScoped<ModuleSwitches>();
        services.AddScoped<Quotas>();
        services.AddVouchers();
        services.AddTender<VoucherTender>(VoucherTender.Kind, Name, order: 100);
        services.AddCatalogue();
        services.AddOrders();
        services.AddGifts();
        services.AddBenefits();
        services.AddProposals();
        services.AddNotices();
        services.AddScoped<MergedCounters>();
        services.AddScoped<MergedGrants>();
        services.AddScoped<IMemberMerge, ShelfMerge>();
        services.AddScoped<ShelfChecks>();
        services.AddScoped<GiftChecks>();
        services.AddScoped<ServiceDayChecks>();
        services.AddScoped<IBookCheck, RedemptionChecks>();
        services.AddScoped<IMemberHomePart, OwnShelfPart>();
        services.AddScoped<IMemberData, RedemptionData>();
        services.AddScoped<IDemonstration, RedemptionDemonstration>();
        services.AddScoped<IDemonstration, LaterUses>();
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
        endpoints.MapVouchers();
        endpoints.MapCatalogue();
        endpoints.MapOrders();
        endpoints.MapPages();
        OwnShelfPages.Map(endpoints);
        endpoints.ForBrand<ShowOwnVoucher>("POST", "/own-vouchers/{voucher}/code");
        endpoints.ForBrand<ReadOwnVoucher>("GET", "/own-vouchers/{voucher}");
        endpoints.ForBrand<PassOwnVoucher>("POST", "/own-vouchers/{voucher}/transfer");
        endpoints.ForBrand<ShowOwnOrder>("POST", "/own-orders/{order}/code");
        endpoints.ForBrand<FindOwnGifts>("GET", "/own-gifts");
        endpoints.ForBrand<ShowOwnGift>("POST", "/own-gifts/{gift}/code");
        endpoints.ForBrand<RateOwnReward>("POST", "/own-orders/{order}/rating");
        endpoints.MapGifts();
        endpoints.MapBenefits();
        endpoints.MapProposals();
    }
}
