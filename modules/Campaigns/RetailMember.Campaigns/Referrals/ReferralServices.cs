using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Modules;

namespace RetailMember.Campaigns.Referrals;

/// <summary>What the module describes, registers and maps for referrals.</summary>
internal static class ReferralServices
{
    public static void DescribeReferrals(this ModuleDescription module)
    {
        module.NumberSetting(ReferralGuards.PerDaySetting, "10", 0, 10_000);
        module.On<MemberEnrolled, AwardsOfEnrolments>();
        module.On<MemberForgotten, DevicesOfForgotten>();
        module.Job("close-leaderboards", "0 40 0 * * ?", perBrand: true, () => new CloseLeaderboards.Input());
    }

    public static void AddReferrals(this IServiceCollection services)
    {
        services.AddScoped<DeviceBook>();
        services.AddScoped<ReferralCodes>();
        services.AddScoped<IReferralCodes>(scope => scope.GetRequiredService<ReferralCodes>());
        services.AddScoped<ReferralGuards>();
        services.AddScoped<ReferralJudge>();
        services.AddScoped<IReferralIntake, ReferralIntake>();
        services.AddScoped<Leaderboard>();
        services.AddScoped<LeaderboardWinners>();
    }

    public static void MapReferrals(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<TellReferralCode>("POST", "/referral-codes");
        endpoints.ForBrand<FindReferrals>("POST", "/referrals/search");
        endpoints.ForBrand<DecideReferral>("POST", "/referrals/{referral}/decision");
        endpoints.ForBrand<ReadLeaderboard>("GET", "/leaderboard");
        endpoints.ForBrand<CloseLeaderboards>("POST", "/leaderboard/closings");
    }
}
