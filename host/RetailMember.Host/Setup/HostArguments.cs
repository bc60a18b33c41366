using RetailMember.Modules;

namespace RetailMember.Host.Setup;

/// <summary>What a host is started with, beside its configuration files and environment variables.</summary>
public sealed record HostArguments
{
    /// <summary>A SQLite file or <c>KIND:CONNECTION</c>; goes before the configured <c>Database</c>.</summary>
    public string? Database { get; init; }

    /// <summary>The folder of plug-ins; goes before the configured <c>Plugins</c>.</summary>
    public string? Plugins { get; init; }

    /// <summary>Addresses to listen on, divided by semicolons.</summary>
    public string? Urls { get; init; }

    public string? Environment { get; init; }

    /// <summary>Where configuration, web files and by default the data lie; found by itself where null.</summary>
    public string? ContentRoot { get; init; }

    /// <summary>Logs go to the error stream, because the output stream belongs to a verb's answer.</summary>
    public bool LogToErrorStream { get; init; }

    /// <summary>Further configuration, over everything else.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>();

    /// <summary>Modules beside the core ones, trusted like them.</summary>
    public IReadOnlyList<IModule> FurtherModules { get; init; } = [];

    /// <summary>Replaces services after all modules have added theirs.</summary>
    public Action<IServiceCollection>? Replace { get; init; }
}
