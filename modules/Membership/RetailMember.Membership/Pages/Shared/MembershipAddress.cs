using RetailMember.Modules;
using RetailMember.Pages;

namespace RetailMember.Membership.Pages.Shared;

/// <summary>Addresses of this module's pages, of the brand or the chain that the present page belongs to.</summary>
internal static class MembershipAddress
{
    public static string To(this PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, "membership/" + path);

    public static string ToMember(this PageContext page, string memberNo, string path = "") =>
        page.To(OfMember(memberNo, path));

    /// <summary>A page of another module about the member.</summary>
    public static string ToMember(this PageContext page, MemberTab tab, string memberNo) => PageAddress.Of(
        page.Request.Http.Request.RouteValues["brand"] as string,
        tab.Path.Replace("{member}", Uri.EscapeDataString(memberNo), StringComparison.Ordinal));

    public static string ToMember(this PageCall page, string memberNo, string path = "") =>
        page.Address("membership/" + OfMember(memberNo, path));

    private static string OfMember(string memberNo, string path) =>
        $"members/{Uri.EscapeDataString(memberNo)}{(path.Length == 0 ? "" : "/" + path)}";
}
