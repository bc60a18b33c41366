using Microsoft.Extensions.DependencyInjection;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Sales.Demonstration;
using RetailMember.StoredValue.Sales.HandOver;
using RetailMember.StoredValue.Sales.Pages;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.StoredValue.Sales.Unexpected;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Sales;

/// <summary>What the module describes, registers and maps for sales of cards.</summary>
internal static class SalesServices
{
    public static void DescribeSales(this ModuleDescription module)
    {
        SalesRights.DescribeRights(module);
        module.DescribeSalesPages();
        module.Setting(SaleBook.SellersMayLoadSetting, SettingKind.YesNo, "false");
        module.Setting(LoadSale.UnapprovedBlocksSetting, SettingKind.YesNo, "true");
        module.Setting(Crediting.OnlyWhenEmptySetting, SettingKind.YesNo, "false");
        module.ChoiceSetting(Crediting.RenewalsOfLeaversSetting, Crediting.StoreChoice, Crediting.Receivers);
        module.NumberSetting(ReadSale.GrossMarginSetting, "50", 0, 100);
        module.Setting(ReadOwnReload.NoticeSetting, SettingKind.Text, "");
        foreach (var guard in GuardRails.Switches) module.ChoiceSetting(GuardRails.SettingOf(guard), "warn", GuardRails.Answers);
        LawFigures.Describe(module);
    }

    public static void AddSales(this IServiceCollection services)
    {
        services.AddScoped<SaleBook>();
        services.AddScoped<SaleReader>();
        services.AddScoped<SaleViews>();
        services.AddScoped<Crediting>();
        services.AddScoped<SalesChannels>();
        services.AddScoped<ProspectBook>();
        services.AddScoped<ProspectViews>();
        services.AddScoped<LeftBooks>();
        services.AddScoped<SaleDelivery>();
        services.AddScoped<SaleRefunds>();
        services.AddScoped<SaleDrafts>();
        services.AddScoped<SaleTerms>();
        services.AddScoped<SaleLoading>();
        services.AddScoped<SaleReturns>();
        services.AddScoped<SaleCancellations>();
        services.AddScoped<OwnReloads>();
        services.AddScoped<UnexpectedPayments>();
        services.AddScoped<UnexpectedPaymentViews>();
        services.AddScoped<ILoadFollower, SalesOfLoads>();
        services.AddScoped<GuardRails>();
        services.AddScoped<ISettingRule, LawSettings>();
        services.AddScoped<IMemberRetention, KnownBuyers>();
        services.AddScoped<IDemonstration, SalesDemonstration>();
        services.AddScoped<IDemonstration, ReturnDemonstration>();
        services.AddAccounting();
    }

    public static void MapSales(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<DraftSale>("POST", "/sales");
        endpoints.ForBrand<FindSales>("GET", "/sales");
        endpoints.ForBrand<ReadSale>("GET", "/sales/{sale}");
        endpoints.ForBrand<PaySale>("POST", "/sales/{sale}/payment");
        endpoints.ForBrand<ConfirmCheque>("POST", "/sales/{sale}/cheque");
        endpoints.ForBrand<DecideBonus>("POST", "/sales/{sale}/bonus-decision");
        endpoints.ForBrand<LoadSale>("POST", "/sales/{sale}/loading");
        endpoints.ForBrand<DeliverSale>("POST", "/sales/{sale}/delivery");
        endpoints.ForBrand<CancelSale>("POST", "/sales/{sale}/cancellation");
        endpoints.ForBrand<DecideCancellation>("POST", "/sales/{sale}/cancellation-decision");
        endpoints.ForBrand<RefundSale>("POST", "/sales/{sale}/repayment");
        endpoints.ForBrand<DecideRefund>("POST", "/sales/{sale}/repayment-decision");
        endpoints.ForBrand<ConfirmOnlinePayment>("POST", "/sales/{sale}/online-payment");
        endpoints.ForBrand<FindUnexpectedPayments>("GET", "/unexpected-payments");
        endpoints.ForBrand<ReturnUnexpectedPayment>("POST", "/unexpected-payments/{unexpectedPayment}/repayment");
        endpoints.ForBrand<DecideUnexpectedReturn>("POST", "/unexpected-payments/{unexpectedPayment}/repayment-decision");
        endpoints.ForBrand<WithdrawUnexpectedPayment>("POST", "/unexpected-payments/{unexpectedPayment}/withdrawal");
        endpoints.ForBrand<CorrectSeller>("POST", "/sales/{sale}/seller");
        endpoints.ForBrand<FindSalesChannels>("GET", "/sales-channels");
        endpoints.ForBrand<EditSalesChannel>("PUT", "/sales-channels");
        endpoints.ForBrand<FindProspects>("GET", "/prospects");
        endpoints.ForBrand<AssignProspects>("POST", "/prospects");
        endpoints.ForBrand<FollowUpProspect>("POST", "/prospects/{prospect}/contacts");
        endpoints.ForBrand<ReassignProspect>("POST", "/prospects/{prospect}/seller");
        endpoints.ForBrand<FindLeftBooks>("GET", "/left-customers");
        endpoints.ForBrand<HandOverCustomers>("POST", "/left-customers/receiver");
        endpoints.ForBrand<ReadOwnReload>("GET", "/own-cards/{card}/online-load");
        endpoints.ForBrand<ReloadOwnCard>("POST", "/own-cards/{card}/online-load");
        endpoints.ForBrand<CancelOwnReload>("POST", "/own-cards/{card}/online-load/cancellation");
        endpoints.ForBrand<ReadOwnSales>("GET", "/own/sales");
        endpoints.ForBrand<ReadOwnSale>("GET", "/own/sales/{sale}");
        endpoints.MapSalesPages();
        endpoints.MapAccounting();
    }
}
