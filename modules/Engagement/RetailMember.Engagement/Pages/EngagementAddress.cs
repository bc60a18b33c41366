using RetailMember.Pages;

namespace RetailMember.Engagement.Pages;

/// <summary>Addresses that several pages of this module lead to.</summary>
internal static class EngagementAddress
{
    public const string Events = "engagement/events";

    public const string Surveys = "engagement/surveys";

    public static string ToSurvey(this PageContext page, string code, string? step = null) =>
        page.Address(Path(Surveys, code, step));

    public static string ToSurvey(this PageCall page, string code) => page.Address(Path(Surveys, code, null));

    public const string Tickets = "engagement/tickets";

    public static string ToTicket(this PageContext page, Guid ticket) => page.Address($"{Tickets}/{ticket}");

    public static string ToTicket(this PageCall page, Guid ticket) => page.Address($"{Tickets}/{ticket}");

    public static string ToEvent(this PageContext page, string code, string? step = null) => page.Address(Path(Events, code, step));

    public static string ToEvent(this PageCall page, string code, string? step = null) => page.Address(Path(Events, code, step));

    /// <summary>A member's file, which is Membership's page.</summary>
    public static string ToMember(this PageContext page, string memberNo) =>
        page.Address("membership/members/" + Uri.EscapeDataString(memberNo));

    private static string Path(string list, string code, string? step) =>
        $"{list}/{Uri.EscapeDataString(code)}{(step is null ? "" : "/" + step)}";
}
