using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Platform.Access;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Settings;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Navigation;

/// <summary>Draws what surrounds a page: who is signed in, where he may go, and in which brand he is.</summary>
internal sealed class ShellSource(
    Callers callers,
    IBrandDirectory brands,
    Menus menus,
    MemberShell memberShell,
    RoleNames roles,
    ISettings settings,
    ITexts texts) : IShellSource
{
    public const string ChainNameSetting = "Platform.ChainName";

    public async ValueTask<ShellModel> ForRequest(HttpContext http)
    {
        if (MemberShell.BrandOf(http, brands) is { } brand) return memberShell.For(brand, await callers.OfAsync(http), http);
        var chain = ShellModel.Empty with { ApplicationName = settings.Text(ChainNameSetting, null) };
        return callers.PersonOf(http) is { } person ? Of(person, http, chain) : chain;
    }

    private ShellModel Of(PersonAccess person, HttpContext http, ShellModel chain)
    {
        var brand = BrandOf(http, person) ?? OnlyPlaceOf(person);
        return chain with
        {
            ApplicationName = settings.Text(ChainNameSetting, brand?.Id),
            HomeAddress = brand is null ? "/" : $"/brands/{brand.Code}",
            Person = new ShellPerson(person.DisplayName, roles.Of(person), Links()),
            Brands = Places(person, brand, http),
            Menus = menus.For(person.Caller, brand, http.Request.Path),
            TimeZone = brand?.TimeZone ?? chain.TimeZone,
        };
    }

    /// <summary>A brand that the person may not enter is not there for him.</summary>
    private Brand? BrandOf(HttpContext http, PersonAccess person) =>
        http.Request.RouteValues["brand"] is string code && brands.Find(code) is { } brand && person.Caller.MayEnter(brand.Id)
            ? brand
            : null;

    /// <summary>Whoever has no page of the chain keeps his brand's menu around the own account.</summary>
    private Brand? OnlyPlaceOf(PersonAccess person) => menus.FirstOf(person.Caller, null) is null
        ? brands.Brands.FirstOrDefault(b => menus.FirstOf(person.Caller, b) is not null)
        : null;

    /// <summary>The chain first, for those who have pages there.</summary>
    private List<ShellBrand> Places(PersonAccess person, Brand? current, HttpContext http)
    {
        var places = brands.Brands.Where(b => person.Caller.MayEnter(b.Id))
            .Select(b => new ShellBrand(b.Code, b.Name, AddressIn(b, person, http), b.Id == current?.Id))
            .ToList();
        if (menus.FirstOf(person.Caller, null) is not null)
            places.Insert(0, new ShellBrand("", texts["platform.chain"], "/", current is null));
        return places;
    }

    /// <summary>The same page of the other brand, where the menu there has it; else that brand's home.</summary>
    private string AddressIn(Brand brand, PersonAccess person, HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var below = http.Request.RouteValues["brand"] is string code ? path[$"/brands/{code}".Length..].TrimStart('/') : "";
        var same = menus.For(person.Caller, brand, PageAddress.Of(brand, below)).SelectMany(m => m.Links);
        return same.FirstOrDefault(l => l.Active)?.Address ?? $"/brands/{brand.Code}";
    }

    private List<ShellLink> Links() => [new(texts["platform.account.title"], PlatformAddress.Account, "user-circle")];
}
