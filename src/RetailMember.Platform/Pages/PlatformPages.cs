using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Platform.Pages.Account;
using RetailMember.Platform.Pages.Audit;
using RetailMember.Platform.Pages.Brands;
using RetailMember.Platform.Pages.Home;
using RetailMember.Platform.Pages.Jobs;
using RetailMember.Platform.Pages.Messages;
using RetailMember.Platform.Pages.Navigation;
using RetailMember.Platform.Pages.People;
using RetailMember.Platform.Pages.Plugins;
using RetailMember.Platform.Pages.Roles;
using RetailMember.Platform.Pages.Settings;
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
        OfChain("roles", "shield-lock", "Platform.Roles.View", 940);
        OfBoth("plugins", "puzzle", "Platform.Modules.View", 950);
        OfBoth("jobs", "clock-play", "Platform.Jobs.View", 960);
        OfChain("events", "send", "Platform.Events.View", 965);
        OfChain("messages", "message", "Platform.Messages.View", 967);
        OfBoth("settings", "settings", "Platform.Settings.View", 970);
        OfBoth("audit", "history", "Platform.Audit.View", 980);

        void OfBoth(string path, string icon, string permission, int order)
        {
            OfChain(path, icon, permission, order);
            OfBrand(path, icon, permission, order);
        }

        void OfBrand(string path, string icon, string permission, int order) =>
            module.MenuItem(new MenuItem($"platform.{path}.title", "platform/" + path, icon, permission, order));

        void OfChain(string path, string icon, string permission, int order) =>
            module.MenuItem(
                new MenuItem($"platform.{path}.title", "platform/" + path, icon, permission, order) { ForChain = true });
    }

    public static void AddPlatformPages(this IServiceCollection services)
    {
        services.AddScoped<IShellSource, ShellSource>();
        services.AddScoped<Menus>();
        services.AddScoped<MemberShell>();
        services.AddScoped<RoleNames>();
        services.AddScoped<RoleChoices>();
        services.AddScoped<ScopeNames>();
        services.AddScoped<WorkNames>();
        services.AddScoped<ScopeChoices>();
        services.AddScoped<SignInTickets>();
        services.AddScoped<PersonColumns>();
        services.AddScoped<PersonView>();
        services.AddScoped<AuditColumns>();
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
        RolePages.Map(endpoints);
        PluginPages.Map(endpoints);
        JobPages.Map(endpoints);
        EventPages.Map(endpoints);
        MessagePages.Map(endpoints);
        SettingPages.Map(endpoints);
        AuditPages.Map(endpoints);
    }
}
