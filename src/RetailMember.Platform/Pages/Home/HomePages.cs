using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Platform.Pages.Navigation;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Home;

/// <summary>The address without a page: leads to the first one that the person may see.</summary>
internal static class HomePages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        endpoints.HousePages.MapGet("/", (PageCall page, Menus menus) =>
            To(menus.HomeOf(CallerOf(page))));
        endpoints.HousePages.MapGet("/brands/{brand}", (PageCall page, Menus menus) =>
            To(menus.FirstOf(CallerOf(page), page.Context.RequiredBrand)));
    }

    private static IResult To(string? address) =>
        address is null ? Page.Of<NowherePage>() : Page.Redirect(address);

    private static Caller CallerOf(PageCall page) => page.Context.Caller.Kind == CallerKind.Anonymous
        ? throw new Refusal("sign-in.needed", RefusalKind.SignInNeeded)
        : page.Context.Caller;
}
