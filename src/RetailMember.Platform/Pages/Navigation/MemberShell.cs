using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Navigation;

/// <summary>Draws what surrounds the pages that members see: the brand, and the places that modules describe for them.</summary>
internal sealed class MemberShell(ModuleCatalogue modules, IBrandDirectory brands, ITexts texts)
{
    /// <summary>The brand of a page for members; null for any other page.</summary>
    public static Brand? BrandOf(HttpContext http, IBrandDirectory brands) =>
        http.GetEndpoint()?.Metadata.GetMetadata<MemberMark>() is not null && http.Request.RouteValues["brand"] is string code
            ? brands.Find(code)
            : null;

    public ShellModel For(Brand brand, Caller caller, HttpContext http)
    {
        var isIn = caller.Kind == CallerKind.Member && caller.MemberOf == brand.Id;
        return ShellModel.Empty with
        {
            ApplicationName = brand.Name,
            HomeAddress = MemberAddress.Of(brand, ""),
            SignInAddress = MemberAddress.Of(brand, MemberAddress.LogIn),
            SignOutAction = MemberAddress.Of(brand, "log-out"),
            Person = isIn ? new ShellPerson(caller.Name, "", Links(brand, inBar: false, http)) : null,
            Menus = isIn ? [new ShellMenu("", Links(brand, inBar: true, http))] : [],
            TimeZone = brand.TimeZone,
        };
    }

    private List<ShellLink> Links(Brand brand, bool inBar, HttpContext http) =>
    [
        .. from module in modules.Running
           where brands.IsOn(module.Name, brand.Id, null)
           from link in module.Description.MemberLinks
           where link.InBar == inBar
           orderby link.Order
           let address = MemberAddress.Of(brand, link.Path)
           select new ShellLink(texts[link.Text], address, link.Icon, IsAt(http, address, link.Path)),
    ];

    private static bool IsAt(HttpContext http, string address, string path) =>
        http.Request.Path.Equals(address, StringComparison.OrdinalIgnoreCase)
        || (path.Length > 0 && http.Request.Path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase));
}
