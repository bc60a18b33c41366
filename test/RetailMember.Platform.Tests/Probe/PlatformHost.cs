using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.People;
using RetailMember.Testing;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Probe;

/// <summary>A host of the platform and the probe alone, on a fresh database or beside another host on the same one.</summary>
public sealed class PlatformHost : IAsyncDisposable
{
    private static readonly PersonalDataKeys Keys = PersonalDataKeys.Of(RandomNumberGenerator.GetBytes(32));

    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly bool ownsDatabase;

    private PlatformHost(TestDatabase database, WebApplication app, bool ownsDatabase)
    {
        this.database = database;
        this.app = app;
        this.ownsDatabase = ownsDatabase;
    }

    public IServiceProvider Services => app.Services;

    public UseCaseEntry Entry => Services.GetRequiredService<UseCaseEntry>();

    public ProbeState Probe => Services.GetRequiredService<ProbeState>();

    private DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public IBrandDirectory Brands => Services.GetRequiredService<IBrandDirectory>();

    public static CallContext House => new(Caller.House("test"), Channel.CommandLine);

    public static async Task<PlatformHost> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, Dictionary<string, string?>? settings = null, TimeProvider? time = null)
    {
        var fresh = await TestDatabase.CreateAsync(
            kind, services => services.AddModuleDb<PlatformDb, PlatformSqliteDb, PlatformPostgresDb, PlatformSqlServerDb>());
        return new PlatformHost(fresh, await StartAsync(fresh, settings, time), ownsDatabase: true);
    }

    /// <summary>Another host on the same database.</summary>
    public async Task<PlatformHost> TwinAsync() => new(database, await StartAsync(database, null, null), ownsDatabase: false);

    public HttpClient Client(string? authorization = null)
    {
        var client = app.GetTestClient();
        if (authorization is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        return client;
    }

    /// <summary>The cookie that a page would give somebody who signs in.</summary>
    public async Task<string> CookieAsync(string userName, string role)
    {
        await new Staff(this).PersonAsync(userName, role);
        var person = Services.GetRequiredService<AccessDirectory>().Current.People.Values.Single(p => p.UserName == userName);
        await using var scope = Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await http.SignInAsync(
            IdentityConstants.ApplicationScheme, new Badge(person.Id, person.UserName, person.SecurityStamp, Now).ToPrincipal());
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>Who a page takes the bearer of a cookie for; null for nobody.</summary>
    public async Task<string?> NameOfAsync(string cookie)
    {
        var http = new DefaultHttpContext { User = await PrincipalOfAsync(cookie) ?? new() };
        return Services.GetRequiredService<Callers>().PersonOf(http)?.UserName;
    }

    /// <summary>What a cookie says; null when it has run out.</summary>
    public async Task<ClaimsPrincipal?> PrincipalOfAsync(string cookie)
    {
        await using var scope = Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Cookie = cookie;
        return (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
    }

    /// <summary>A brand with two stores.</summary>
    public async Task<Brand> OpenBrandAsync(string code)
    {
        var setup = Services.GetRequiredService<IBrandSetup>();
        var brand = await setup.EnsureBrandAsync(code, code, House);
        await setup.EnsureStoreAsync(brand, "north", "North", "", House);
        await setup.EnsureStoreAsync(brand, "south", "South", "", House);
        return brand;
    }

    public CallContext In(Brand brand) => House with { Brand = brand };

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().AllBrands = true;
        return await work(scope.ServiceProvider);
    }

    internal Task<T> InTablesAsync<T>(Func<PlatformDb, Task<T>> work) =>
        InScopeAsync(scope => work(scope.GetRequiredService<PlatformDb>()));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!ownsDatabase) return;
        await database.DisposeAsync();
        if (database.Kind != DatabaseKind.Sqlite) return;
        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(Path.ChangeExtension(file, ".jobs.db") + suffix);
    }

    private static async Task<WebApplication> StartAsync(
        TestDatabase database, Dictionary<string, string?>? settings, TimeProvider? time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new(JobClock.RunsKey, "false"), .. settings ?? []]);
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        var modules = ModuleLoader.Load([new PlatformModule(), new ProbeModule()], null, builder.Services, builder.Configuration);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(new TextCatalogue(modules.Modules.Select(m => m.Assembly)));
        builder.Services.AddData(new DatabaseOptions(database.Kind, database.ConnectionString), Keys).AddUseCases(modules);
        var built = builder.Build();
        built.UsePlatform();
        foreach (var module in modules.Modules)
            module.Module.MapEndpoints(new ModuleEndpoints(built, module.Name, built.Services.GetRequiredService<UseCaseCatalogue>()));
        foreach (var preparation in built.Services.GetServices<IPreparation>()) await preparation.PrepareAsync(default);
        await built.StartAsync();
        return built;
    }
}
