using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Pages.Programmes.Editing;
using RetailMember.Membership.Pages.Programmes.Reading;
using RetailMember.Membership.Pages.Programmes.Replays;
using RetailMember.Membership.Pages.Programmes.Versions;
using RetailMember.Modules;

namespace RetailMember.Membership.Pages.Programmes;

/// <summary>The pages on which head office reads, writes, tries out and activates versions of the programme.</summary>
internal static class ProgrammePages
{
    public static void Describe(ModuleDescription module) => module.MenuItem(new MenuItem(
        "membership.programmes.title", "membership/programmes", "award", MembershipPermissions.ViewProgrammes, 60));

    public static void AddServices(IServiceCollection services) => services.AddScoped<VersionReader>();

    public static void Map(ModuleEndpoints endpoints)
    {
        VersionListPages.Map(endpoints.BrandPages);
        VersionPages.Map(endpoints.BrandPages);
        DraftPages.Map(endpoints.BrandPages);
        PartPages.Map(endpoints.BrandPages);
        TrialPages.Map(endpoints.BrandPages);
        ReplayPages.Map(endpoints.BrandPages);
    }
}
