using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Imports.Work;
using RetailMember.Modules;

namespace RetailMember.Membership.Imports;

/// <summary>What the module registers and maps for imports.</summary>
internal static class ImportServices
{
    public static void DescribeImports(this ModuleDescription module)
    {
        foreach (var kind in Enum.GetValues<ImportKind>()) module.Verb(new ImportVerb(kind));
        module.Verb(new ResumeVerb());
    }

    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<ImportWorks>();
        services.AddScoped<Rehearsal>();
        services.AddScoped<ImportWork, PurchaseWork>();
        services.AddScoped<ImportWork, MemberWork>();
        services.AddScoped<ImportWork, LotWork>();
        services.AddScoped<PurchaseLanes>();
        services.AddScoped<PurchaseRehearsal>();
        services.AddScoped<ReceiptScreen>();
        services.AddScoped<RecordedReceipts>();
        services.AddScoped<FileEnrolment>();
        services.AddScoped<MemberIntake>();
        services.AddScoped<KnownMembers>();
        services.AddScoped<LotIntake>();
        services.AddSingleton<Staging>();
    }
}
