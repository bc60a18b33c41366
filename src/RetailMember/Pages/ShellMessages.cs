using Microsoft.AspNetCore.Http;

namespace RetailMember.Pages;

/// <summary>The place over a page's content where messages stand.</summary>
internal static class ShellMessages
{
    public const string Id = "messages";

    /// <summary>Has htmx put the answer there instead of where the request came from.</summary>
    public static void Aim(IHeaderDictionary headers)
    {
        headers["HX-Retarget"] = "#" + Id;
        headers["HX-Reswap"] = "innerHTML show:top";
        headers["HX-Reselect"] = ".alert";
        headers["HX-Push-Url"] = "false";
    }
}
