using RetailMember.Pages;

namespace RetailMember.Marketing.Pages;

/// <summary>Addresses that several pages of this module lead to.</summary>
internal static class MarketingAddress
{
    public const string Templates = "marketing/templates";

    public const string Messages = "marketing/messages";

    public const string Senders = "marketing/senders";

    public static string ToTemplate(this PageContext page, string code, string? step = null) => page.Address(Path(code, step));

    public static string ToTemplate(this PageCall page, string code) => page.Address(Path(code, null));

    /// <summary>A member's file, which is Membership's page.</summary>
    public static string ToMember(this PageContext page, string memberNo) =>
        page.Address("membership/members/" + Uri.EscapeDataString(memberNo));

    private static string Path(string code, string? step) =>
        $"{Templates}/{Uri.EscapeDataString(code)}{(step is null ? "" : "/" + step)}";

    public static string ToMarketing(this PageContext page, string path) => page.Address("marketing/" + path);
}
