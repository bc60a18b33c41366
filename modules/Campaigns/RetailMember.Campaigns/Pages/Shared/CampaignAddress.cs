using RetailMember.Pages;

namespace RetailMember.Campaigns.Pages.Shared;

/// <summary>Addresses of this module's pages, of the brand that the present page belongs to.</summary>
internal static class CampaignAddress
{
    public static string To(this PageContext page, string path) => Of(page, "campaigns/" + path);

    public static string ToCampaign(this PageContext page, string campaign) =>
        page.To("campaigns/" + Uri.EscapeDataString(campaign));

    public static string ToCampaigns(this PageCall page, string path) => page.Address("campaigns/" + path);

    /// <summary>A member's file, which is Membership's page.</summary>
    public static string ToMember(this PageContext page, string memberNo) =>
        Of(page, "membership/members/" + Uri.EscapeDataString(memberNo));

    private static string Of(PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, path);
}
