using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Platform.Pages.Account;
using RetailMember.Platform.Pages.Brands;
using RetailMember.Platform.Pages.Home;
using RetailMember.Platform.Pages.Navigation;
using RetailMember.Platform.Pages.People;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.Pages.SignIn;
using RetailMember.Platform.Pages.Stores;
using RetailMember.Platform.Pages.Tills;
using RetailMember.Settings;

namespace RetailMember.Platform.Pages;

/// <summary>The pages of administration, their places in the menu, and the shell around all pages.</summary>
internal static class PlatformPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        module.Setting(ShellSource.ChainNameSetting, SettingKind.Text, "RetailMember");

        OfChain("brands", "building", BrandPages.Change, 900);
        OfBrand("stores", "building-store", "Platform.Stores.View", 910);
        OfBrand("tills", "device-desktop", "Platform.Tills.View", 920);
        OfBoth("people", "users-group", "Platform.People.View", 930);

        void OfBoth(string path, string icon, string permission, int order)
        {
            OfChain(path, icon, permission, order);
            OfBrand(path, icon, permission, order);
        }

        void OfBrand(string path, string icon, string permission, int order) =>
            module.MenuItem(new MenuItem($"platform.{path}.title", "platform/" + path, icon, permission, order));

        void OfChain(string path, string icon, string permission, int order) =>
            module.MenuItem(new MenuItem($"platform.{path}.title", "platform/" + path, icon, permission, order) { ForChain = true });
    }

    public static void AddPlatformPages(this IServiceCollection services)
    {
        services.AddScoped<IShellSource, ShellSource>();
        services.AddScoped<Menus>();
        services.AddScoped<RoleNames>();
        services.AddScoped<RoleChoices>();
        services.AddScoped<ScopeNames>();
        services.AddScoped<ScopeChoices>();
        services.AddScoped<SignInTickets>();
        services.AddScoped<PersonColumns>();
        services.AddScoped<PersonView>();
    }

    public static void Map(ModuleEndpoints endpoints)
    {
        HomePages.Map(endpoints);
        LanguagePages.Map(endpoints);
        SignInPages.Map(endpoints);
        AccountPages.Map(endpoints);
        AuthenticatorPages.Map(endpoints);
        BrandPages.Map(endpoints);
        StorePages.Map(endpoints);
        TillPages.Map(endpoints);
        PeoplePages.Map(endpoints);
        PersonPages.Map(endpoints);
    }
}
