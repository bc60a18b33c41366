using RetailMember.Pages;

namespace RetailMember.Engagement.Pages;

/// <summary>Addresses that several pages of this module lead to.</summary>
internal static class EngagementAddress
{
    public const string Events = "engagement/events";

    public static string ToEvent(this PageContext page, string code, string? step = null) => page.Address(EventPath(code, step));

    public static string ToEvent(this PageCall page, string code, string? step = null) => page.Address(EventPath(code, step));

    /// <summary>A member's file, which is Membership's page.</summary>
    public static string ToMember(this PageContext page, string memberNo) =>
        page.Address("membership/members/" + Uri.EscapeDataString(memberNo));

    private static string EventPath(string code, string? step) =>
        $"{Events}/{Uri.EscapeDataString(code)}{(step is null ? "" : "/" + step)}";
}
