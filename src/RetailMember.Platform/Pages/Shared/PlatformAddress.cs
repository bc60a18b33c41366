using RetailMember.Pages;

namespace RetailMember.Platform.Pages.Shared;

/// <summary>Addresses of the platform's pages: of the brand that the present page belongs to, or of the chain.</summary>
internal static class PlatformAddress
{
    public const string Account = "/platform/account";

    public static string To(this PageCall page, string path) => page.Address("platform/" + path);

    public static string To(this PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, "platform/" + path);

    /// <summary>A piece of an address made of text that a person typed.</summary>
    public static string Part(string text) => Uri.EscapeDataString(text);
}
