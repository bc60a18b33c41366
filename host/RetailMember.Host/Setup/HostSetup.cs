using Microsoft.Extensions.Configuration.Memory;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Host.Setup;

/// <summary>A host that knows its modules, but is not built yet: enough for the command line to offer their verbs.</summary>
public sealed class HostSetup
{
    /// <summary>
    /// The framework writes several lines for each request, and at the start what the host says itself. Whoever wants that
    /// asks for it; addresses with their queries he has to ask for by name.
    /// </summary>
    private static readonly string[] Quiet =
    [
        "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.Hosting.Lifetime",
    ];

    private readonly HostArguments arguments;

    private HostSetup(HostArguments arguments, WebApplicationBuilder builder, ModuleCatalogue modules)
    {
        this.arguments = arguments;
        Builder = builder;
        Modules = modules;
        Texts = ModuleTexts.Read(modules);
    }

    public WebApplicationBuilder Builder { get; }

    public ModuleCatalogue Modules { get; }

    public TextCatalogue Texts { get; }

    public static HostSetup Create(HostArguments arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Named, because tests run it within a program of another name.
            ApplicationName = typeof(HostSetup).Assembly.GetName().Name,
            EnvironmentName = arguments.Environment,
            ContentRootPath = arguments.ContentRoot ?? ContentRoot(),
        });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [.. Quiet.Select(c => KeyValuePair.Create($"Logging:LogLevel:{c}", (string?)nameof(LogLevel.Warning)))],
        });
        builder.Configuration.AddInMemoryCollection(arguments.Configuration);
        // Run from its sources, a host finds its modules' files where they lie; published, they lie below its own.
        builder.WebHost.UseStaticWebAssets();
        if (arguments.Urls is not null) builder.WebHost.UseUrls(arguments.Urls.Split(';'));
        if (arguments.LogToErrorStream)
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var modules = ModuleLoader.Load(
            [.. CoreModules.All(), .. arguments.FurtherModules], PluginsFolder(arguments, builder),
            builder.Services, builder.Configuration);
        return new HostSetup(arguments, builder, modules);
    }

    public WebApplication Build()
    {
        AddServices();
        arguments.Replace?.Invoke(Builder.Services);
        Builder.Services.ScreenSeams(Modules);

        // Scopes are checked in every environment; a plug-in's missing service must not stop the start.
        Builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, false));
        var app = Builder.Build();
        Pipeline.Use(app);
        return app;
    }

    /// <summary>For what only reads: a file that is not there is refused before anything is made in its place.</summary>
    public void RefuseMissingDatabase()
    {
        if (DatabaseChoice.FileOf(DatabaseGiven, Builder.Environment.ContentRootPath) is { } file && !File.Exists(file))
            throw new HostFault($"There is no database '{file}'.");
    }

    private string? DatabaseGiven => arguments.Database ?? Builder.Configuration[DatabaseChoice.Key];

    private void AddServices()
    {
        var root = Builder.Environment.ContentRootPath;
        var database = DatabaseChoice.Of(DatabaseGiven, root);
        var key = DataKey.Of(Builder.Configuration[DataKey.Key], database, Builder.Environment.IsDevelopment(), root);
        Builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Texts)
            .AddData(database, key)
            .AddUseCases(Modules)
            .AddPages()
            .AddHost(Builder.Configuration);
    }

    // Published files lie beside the program; while developing they lie in the project's folder.
    private static string? ContentRoot() =>
        Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), "wwwroot")) ? null : AppContext.BaseDirectory;

    // Beside the program, where a build lays the verticals and a chain drops what it wrote itself.
    private static string PluginsFolder(HostArguments arguments, WebApplicationBuilder builder)
    {
        if (arguments.Plugins is { } given) return Path.GetFullPath(given);
        return builder.Configuration["Plugins"] is { } configured
            ? Path.Combine(builder.Environment.ContentRootPath, configured)
            : Path.Combine(AppContext.BaseDirectory, "plugins");
    }
}
