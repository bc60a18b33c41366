using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Events;
using RetailMember.Http;
using RetailMember.Jobs;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.Audit;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Data;
using RetailMember.Platform.Demonstration;
using RetailMember.Platform.Events;
using RetailMember.Platform.Http;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.People;
using RetailMember.Platform.Security;
using RetailMember.Platform.Settings;
using RetailMember.Platform.Snapshots;
using RetailMember.Platform.Texts;
using RetailMember.Platform.Tills;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Platform;

/// <summary>What the platform adds to the container, part by part.</summary>
internal static class PlatformServices
{
    private const string EitherScheme = "RetailMember";
    private const long LargestBody = 1024 * 1024;

    public static void AddTables(this IServiceCollection services)
    {
        services.AddModuleDb<PlatformDb, PlatformSqliteDb, PlatformPostgresDb, PlatformSqlServerDb>();
        services.AddScoped<ICommandLog, CommandLog>();
    }

    /// <summary>Snapshots first: everything that starts after them may ask them.</summary>
    public static void AddSnapshots(this IServiceCollection services)
    {
        services.AddSnapshot<BrandDirectory>();
        services.AddSnapshot<AccessDirectory>();
        services.AddSnapshot<SettingDirectory>();
        services.AddSingleton<IBrandDirectory>(s => s.GetRequiredService<BrandDirectory>());
        services.AddSingleton<IBrandSetup, BrandSetup>();
        services.AddSingleton<IStaff, StaffDirectory>();
        services.AddSingleton<ISettings>(s => s.GetRequiredService<SettingDirectory>());
        services.AddScoped<Changes>();
        services.AddScoped<Powers>();
        services.AddSingleton<PlatformAdministration>();
        services.AddSingleton<IPreparation, PlatformPreparation>();
        services.AddScoped<IDemonstration, PlatformDemonstration>();
        services.AddScoped<IDemonstration, LeaversDemonstration>();
        services.AddHostedService<StampWatch>();
    }

    public static void AddPeopleAndTills(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
            {
                // Length and no user name, rather than a recipe that makes everybody end in "1!".
                options.Password.RequiredLength = Passwords.ShortestLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
            })
            .AddUserStore<PersonStore>()
            .AddPasswordValidator<NoUserNameInPassword>()
            .AddPasswordValidator<NoCommonPassword>();
        services.AddScoped<SignInAttempts>();
        services.AddScoped<SignInDesk>();
        services.AddSingleton<TillSightings>();
        services.AddHostedService(s => s.GetRequiredService<TillSightings>());
        services.AddSingleton<Callers>();
        services.AddSingleton<ICallers>(s => s.GetRequiredService<Callers>());
    }

    public static void AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<SubscriberList>();
        services.AddSingleton<EventIds>();
        services.AddSingleton<OutboxBell>();
        services.AddScoped<IOutbox, Outbox>();
        services.AddScoped<OutboxClaim>();
        services.AddSingleton<Postman>();
        services.AddHostedService<OutboxDispatcher>();
    }

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobList>();
        services.AddSingleton<RunBell>();
        services.AddScoped<RunQueue>();
        services.AddScoped<IBackgroundWork>(s => s.GetRequiredService<RunQueue>());
        services.AddSingleton<IRunProgress, RunProgress>();
        services.AddSingleton<RunWorker>();
        services.Configure<LoggerFilterOptions>(options => options.AddFilter("Quartz", LogLevel.Warning));
        services.AddHostedService<RunDispatcher>();
        services.AddHostedService<JobClock>();
    }

    public static void AddTexts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<RequestTexts>();
        services.AddScoped(s =>
            s.GetRequiredService<RequestTexts>().For(s.GetRequiredService<IHttpContextAccessor>().HttpContext));
    }

    /// <summary>
    /// Pages know people by cookie alone, the API by the Authorization header alone: nothing that a foreign page makes
    /// a browser send is believed by the API.
    /// </summary>
    public static void AddDoors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = http =>
                http.IsApi() ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme)
            .AddBearerToken(IdentityConstants.BearerScheme, options => options.RefreshTokenExpiration = Badge.LongestSession)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie);
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("RetailMember");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ConfigureKeyManagement>();
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        RateLimits.Add(services, configuration);
    }

    private static void AddSnapshot<TSnapshot>(this IServiceCollection services)
        where TSnapshot : class, ISnapshot
    {
        services.AddSingleton<TSnapshot>();
        services.AddSingleton<ISnapshot>(s => s.GetRequiredService<TSnapshot>());
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Unused it ends sooner than its badge, which no use prolongs.
        options.ExpireTimeSpan = TimeSpan.FromHours(2);
        options.SlidingExpiration = true;
    }
}
