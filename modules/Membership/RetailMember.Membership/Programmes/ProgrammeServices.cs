using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Modules;

namespace RetailMember.Membership.Programmes;

/// <summary>What the module registers and maps for programmes.</summary>
internal static class ProgrammeServices
{
    public static void AddProgrammes(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeShelf>();
        services.AddScoped<ProgrammeBook>();
        services.AddScoped<ProgrammeTemplateShelf>();
        services.AddScoped<ProgrammeReviews>();
        services.AddReplays();
    }

    public static void MapProgrammes(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindProgrammeVersions>("GET", "/programmes");
        endpoints.ForBrand<DraftProgramme>("POST", "/programmes");
        endpoints.ForBrand<StartProgramme>("POST", "/programmes/start");
        endpoints.ForBrand<ReadProgrammeVersion>("GET", "/programmes/{version}");
        endpoints.ForBrand<ChangeDraft>("PUT", "/programmes/{version}");
        endpoints.ForBrand<DiscardDraft>("DELETE", "/programmes/{version}");
        endpoints.ForBrand<CheckDraft>("GET", "/programmes/{version}/check");
        endpoints.ForBrand<CompareVersions>("GET", "/programmes/{version}/comparison");
        endpoints.ForBrand<ActivateProgramme>("POST", "/programmes/{version}/activation");
        endpoints.ForBrand<WithdrawProgramme>("DELETE", "/programmes/{version}/activation");
        endpoints.MapReplays();
    }
}
