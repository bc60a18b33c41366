using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.Settings;

namespace RetailMember.Redemption.Notices;

/// <summary>What the module describes and registers to tell members of what was done with what is theirs.</summary>
internal static class NoticeServices
{
    public static void DescribeNotices(this ModuleDescription module)
    {
        // Each message costs the brand money: it says so itself that it wants them.
        module.Setting(NoticeDesk.Setting, SettingKind.YesNo, "false");
        module.On<VoucherUsed, NoticesOfVouchers>();
        module.On<EntitlementUsed, NoticesOfServices>();
        module.On<RewardRedeemed, NoticesOfRedemptions>();
        module.On<RewardOrderMoved, NoticesOfOrders>();
        module.On<GiftEarned, NoticesOfGifts>();
    }

    public static void AddNotices(this IServiceCollection services) => services.AddScoped<NoticeDesk>();
}
