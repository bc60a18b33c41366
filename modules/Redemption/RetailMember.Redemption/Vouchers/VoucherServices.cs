using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Redemption.Vouchers.Batches;
using RetailMember.Redemption.Vouchers.Definitions;

namespace RetailMember.Redemption.Vouchers;

/// <summary>What the module describes, registers and maps for vouchers.</summary>
internal static class VoucherServices
{
    public static void DescribeVouchers(this ModuleDescription module)
    {
        module.NumberSetting(LookUpThrottle.LimitSetting, "20", 1, 10_000);
        module.Job("expire-vouchers", "0 10 0 * * ?", perBrand: true, () => new ExpireVouchers.Input());
    }

    public static void AddVouchers(this IServiceCollection services)
    {
        services.AddSingleton<SecretCode>();
        services.AddScoped<LookUpThrottle>();
        services.AddScoped<IGuessLimit>(scope => scope.GetRequiredService<LookUpThrottle>());
        services.AddScoped<DefinitionShelf>();
        services.AddScoped<DefinitionEditor>();
        services.AddScoped<VoucherShelf>();
        services.AddScoped<VoucherHistory>();
        services.AddScoped<VoucherIssuer>();
        services.AddScoped<VoucherTill>();
        services.AddScoped<VoucherReturns>();
        services.AddScoped<VoucherRevoker>();
        services.AddScoped<VoucherPassing>();
        services.AddScoped<IVouchers, VoucherDesk>();
        services.AddScoped<IMemberConditions, VoucherConditions>();
        services.AddScoped<IVoucherFigures, FiguresOfVouchers>();
    }

    public static void MapVouchers(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindVoucherDefinitions>("GET", "/voucher-definitions");
        endpoints.ForBrand<ReadVoucherDefinition>("GET", "/voucher-definitions/{definition}");
        endpoints.ForBrand<FindIssuedVouchers>("GET", "/voucher-definitions/{definition}/vouchers");
        endpoints.ForBrand<EditVoucherDefinition>("PUT", "/voucher-definitions/{definition}");
        endpoints.ForBrand<ActivateVoucherDefinition>("POST", "/voucher-definitions/{definition}/activation");
        endpoints.ForBrand<EndVoucherDefinition>("POST", "/voucher-definitions/{definition}/end");
        endpoints.ForBrand<IssueVoucher>("POST", "/vouchers");
        endpoints.ForBrand<FindVouchers>("POST", "/vouchers/search");
        endpoints.ForBrand<VerifyVoucher>("POST", "/vouchers/verification");
        endpoints.ForBrand<UseVoucher>("POST", "/voucher-uses");
        endpoints.ForBrand<ReturnVoucher>("POST", "/voucher-returns");
        endpoints.ForBrand<ReadVoucher>("GET", "/vouchers/{voucher}");
        endpoints.ForBrand<RevealVoucher>("POST", "/vouchers/{voucher}/disclosures");
        endpoints.ForBrand<RevokeVoucher>("POST", "/vouchers/{voucher}/revocation");
        endpoints.ForBrand<TransferVoucher>("POST", "/vouchers/{voucher}/transfer");
        endpoints.ForBrand<IssueVouchers>("POST", "/voucher-batches");
        endpoints.ForBrand<CountRecipients>("POST", "/voucher-batches/recipients");
        endpoints.ForBrand<FindVoucherBatches>("GET", "/voucher-batches");
        endpoints.ForBrand<ReadVoucherBatch>("GET", "/voucher-batches/{batch}");
        endpoints.ForBrand<StopVoucherBatch>("POST", "/voucher-batches/{batch}/stop");
        endpoints.ForBrand<ResumeVoucherBatch>("POST", "/voucher-batches/{batch}/resumption");
    }
}
