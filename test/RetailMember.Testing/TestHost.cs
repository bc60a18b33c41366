using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Host.Running;
using RetailMember.Host.Setup;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Testing;

/// <summary>What a test wants of its host beside the core modules.</summary>
public sealed record TestHostOptions
{
    public DatabaseKind Database { get; init; } = DatabaseKind.Sqlite;

    public IReadOnlyList<IModule> Modules { get; init; } = [];

    public Action<IServiceCollection>? Replace { get; init; }

    public string? Plugins { get; init; }

    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where the host's calendar stands at first, UTC; null takes the real time.</summary>
    public DateTime? Now { get; init; } = TestClock.Morning;

    /// <summary>An existing folder whose database and key are taken over; null makes a new one that goes with the host.</summary>
    public string? Folder { get; init; }
}

/// <summary>
/// The whole product on loopback: real Kestrel on a free port, own database, own folder. Rate limits are wide, because
/// tests are quicker than people.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool ownsFolder;
    private readonly Lazy<Task<HttpClient>> administrator;

    private TestHost(WebApplication app, TimeProvider clock, string folder, bool ownsFolder)
    {
        App = app;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        Time = clock;
        administrator = new(() => new TestStaff(this).AdministratorAsync());
    }

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    public TimeProvider Time { get; }

    /// <summary>The calendar, for hosts that were not started on real time.</summary>
    public TestClock Clock => (TestClock)Time;

    public Uri Address => new(App.Urls.First());

    public UseCaseEntry Entry => Services.GetRequiredService<UseCaseEntry>();

    public IBrandDirectory Brands => Services.GetRequiredService<IBrandDirectory>();

    public TestStaff Staff => new(this);

    public static async Task<TestHost> StartAsync(TestHostOptions? options = null)
    {
        options ??= new();
        var place = options.Folder ?? Directory.CreateTempSubdirectory("retailmember-test-").FullName;
        var time = options.Now is { } now ? new TestClock(now) : TimeProvider.System;
        var database = await EmptyTables.DatabaseAsync(options, place);
        var app = HostSetup.Create(ArgumentsOf(options, database, time, place)).Build();
        await HostStart.PrepareAsync(app, migrate: true, CancellationToken.None);
        await app.StartAsync();
        return new TestHost(app, time, place, options.Folder is null);
    }

    /// <summary>The house itself as caller, for arranging.</summary>
    public static CallContext House(Brand? brand = null) =>
        new(Caller.House("test"), Channel.CommandLine) { Brand = brand };

    /// <summary>A brand with stores, made where they are missing.</summary>
    public async Task<Brand> BrandAsync(string code, params string[] stores)
    {
        var setup = Services.GetRequiredService<IBrandSetup>();
        var brand = await setup.EnsureBrandAsync(code, code, House());
        foreach (var store in stores) await setup.EnsureStoreAsync(brand, store, store, "", House(brand));
        return brand;
    }

    /// <summary>Runs a use case as the house.</summary>
    public Task<TResult> RunAsync<TResult>(IInput<TResult> input, Brand? brand = null) => Entry.RunAsync(input, House(brand));

    /// <summary>As <see cref="RunAsync"/>, for tests of refusals.</summary>
    public Task<Outcome<TResult>> TryAsync<TResult>(IInput<TResult> input, Brand? brand = null) =>
        Entry.TryAsync(input, House(brand));

    /// <summary>Works in a scope of a brand, outside of any use case; for looking into tables.</summary>
    public async Task<T> InBrandAsync<T>(Brand brand, Func<IServiceProvider, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return await look(scope.ServiceProvider);
    }

    /// <summary>The demonstration's chain, as the first start in Development sows it.</summary>
    public Task<DemonstrationNotes> SeedDemonstrationAsync() =>
        Services.GetRequiredService<DemonstrationRunner>().SeedAsync(CancellationToken.None);

    /// <summary>A client that is nobody yet, keeps cookies, and does not follow redirects.</summary>
    public HttpClient Client(AuthenticationHeaderValue? authorization = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = authorization;
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    /// <summary>The client of somebody of head office, by token.</summary>
    public Task<HttpClient> AdministratorAsync() => administrator.Value;

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (ownsFolder) Directory.Delete(folder, recursive: true);
    }

    internal static HostArguments ArgumentsOf(TestHostOptions options, string database, TimeProvider time, string folder) => new()
    {
        Environment = "Testing",
        ContentRoot = ProductTree.HostFolder,
        Database = database,
        Plugins = options.Plugins ?? Path.Combine(folder, "plugins"),
        Urls = "http://127.0.0.1:0",
        FurtherModules = options.Modules,
        Configuration = ConfigurationOf(options),
        Replace = services =>
        {
            services.AddSingleton(time);
            // A machine under load is no module that hangs; tests of those set their own.
            services.AddSingleton(new SeamPatience(TimeSpan.FromMinutes(1)));
            // A password's many rounds keep thieves busy, and took a fifth of the tests' time.
            services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 100);
            options.Replace?.Invoke(services);
        },
    };

    // What a test says goes before what is usual.
    private static Dictionary<string, string?> ConfigurationOf(TestHostOptions options)
    {
        var configuration = new Dictionary<string, string?>
        {
            ["DataKey"] = Convert.ToBase64String(TestKey),
            ["PlainHttp"] = "true",
            // The real hour must not come in the middle of a test.
            ["Jobs:Clock"] = "false",
            ["RateLimits:TillPerSecond"] = "100000",
            ["RateLimits:PersonPerSecond"] = "100000",
            ["RateLimits:AddressPerSecond"] = "100000",
            ["RateLimits:SignInPerMinute"] = "100000",
            ["RateLimits:AddressSignInPerMinute"] = "100000",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in options.Configuration) configuration[key] = value;
        return configuration;
    }

    // The same in every test, so that a host that is started again opens what the first one sealed.
    private static readonly byte[] TestKey = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];
}
