using RetailMember.Membership.Pages.Shared;
using RetailMember.Pages;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>Addresses of the pages of tags.</summary>
internal static class TagAddress
{
    public const string List = "tags";

    public static string ToTag(this PageContext page, string tag, string path = "") => page.To(Of(tag, path));

    public static string ToTag(this PageCall page, string tag) => page.Address("membership/" + Of(tag, ""));

    private static string Of(string tag, string path) =>
        $"{List}/{Uri.EscapeDataString(tag)}{(path.Length == 0 ? "" : "/" + path)}";
}
