using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Modules;

/// <summary>A module that is loaded, with what it described.</summary>
/// <param name="IsPlugin">Dropped into the plug-ins folder; switched on per brand. Core modules are always on.</param>
public sealed record LoadedModule(
    IModule Module, ModuleDescription Description, IReadOnlyList<UseCaseInfo> UseCases, bool IsPlugin, string? Folder)
{
    public string Name => Description.Module;

    public IReadOnlyList<string> Needs { get; init; } = [];

    public Assembly Assembly => Module.GetType().Assembly;

    /// <summary>Of a plug-in; null of a core module.</summary>
    public string? FolderName => Path.GetFileName(Folder);

    public string Version => Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>What a plug-in registers for seams; of a core module nothing.</summary>
    internal IReadOnlyList<ServiceDescriptor> Fillers { get; init; } = [];

    /// <summary>Full names of the seams at which a plug-in is missed while it is out of order; of a core module none.</summary>
    public IReadOnlyList<string> StandingSeams { get; init; } = [];
}

/// <summary>A module that could not be used, and why. Shown to head office; the host goes on without it.</summary>
public sealed record QuarantinedModule(string Name, string? Folder, string Step, string Reason)
{
    /// <summary>Of a plug-in's folder.</summary>
    public const int LongestFolderName = 100;

    public string? FolderName => Path.GetFileName(Folder);

    /// <summary>What a person can act on: the fault itself, not the wrapping of reflection.</summary>
    internal static string ReasonOf(Exception fault) => fault switch
    {
        TargetInvocationException { InnerException: { } inner } => inner.Message,
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first.Message,
        _ => fault.Message,
    };
}

/// <summary>A plug-in that lies in its folder and could not be loaded, and a seam that it filled when it last could.</summary>
/// <param name="Seam">Its full name; see <see cref="SeamAttribute.EvenWithoutTables"/>.</param>
/// <param name="QuarantinedAs">Its name in quarantine: of one that does not load only the folder's is known.</param>
public sealed record MissingFiller(string Module, string Seam, string QuarantinedAs);

/// <summary>The modules of this host in the order of their needs.</summary>
public sealed class ModuleCatalogue
{
    private readonly FrozenDictionary<string, Permission> permissions;
    private readonly FrozenDictionary<string, LoadedModule> byName;
    private readonly ConcurrentDictionary<string, QuarantinedModule> outOfService = new();
    private readonly ConcurrentDictionary<string, bool> withoutTables = new();
    private volatile IReadOnlyList<MissingFiller> missing = [];

    public ModuleCatalogue(IReadOnlyList<LoadedModule> modules, IEnumerable<QuarantinedModule> quarantined)
    {
        Modules = modules;
        byName = modules.ToFrozenDictionary(m => m.Name);
        permissions = modules.SelectMany(m => m.Description.Permissions).ToFrozenDictionary(p => p.Name);
        NotLoaded = [.. quarantined];
    }

    /// <summary>Loaded modules, needs first. One that is quarantined later stays listed, but is not running.</summary>
    public IReadOnlyList<LoadedModule> Modules { get; }

    public IReadOnlyList<QuarantinedModule> Quarantined =>
        [.. NotLoaded.Concat(outOfService.Values).OrderBy(q => q.Name, StringComparer.Ordinal)];

    /// <summary>Those of the quarantined of which nothing is in the host.</summary>
    public IReadOnlyList<QuarantinedModule> NotLoaded { get; }

    public IEnumerable<LoadedModule> Running => Modules.Where(m => IsRunning(m.Name));

    public IEnumerable<Permission> Permissions => permissions.Values;

    /// <summary>It is not quarantined. One that was kept out because it has another's name does not stop that one.</summary>
    public bool IsRunning(string name) =>
        !outOfService.ContainsKey(name) && (byName.ContainsKey(name) || NotLoaded.All(q => q.Name != name));

    /// <summary>
    /// Plug-ins that lie in their folders, filled this seam when they could last be loaded, and now cannot: there is nobody to
    /// ask, but what they might say still counts. One whose folder was taken away is none of them.
    /// </summary>
    public IReadOnlyList<string> Missing<TSeam>() =>
        [.. missing.Where(m => m.Seam == typeof(TSeam).FullName).Select(m => m.Module).Distinct()];

    /// <summary>Whether it is one of those that are missed at a seam.</summary>
    public bool IsMissing(string name) => missing.Any(m => m.Module == name);

    /// <summary>Full names of the seams at which a quarantined plug-in is missed.</summary>
    public IReadOnlyList<string> MissedAt(QuarantinedModule broken) => NotLoaded.Contains(broken)
        ? [.. missing.Where(m => m.QuarantinedAs == broken.Name).Select(m => m.Seam).Distinct()]
        : Find(broken.Name)?.StandingSeams ?? [];

    /// <summary>Says who is missed, once it is known: before the first request.</summary>
    public void Miss(IReadOnlyList<MissingFiller> fillers) => missing = fillers;

    /// <summary>False for a plug-in whose tables could not be made, or those of a module that it needs.</summary>
    public bool HasTables(string name) => !withoutTables.ContainsKey(name);

    /// <summary>The module that a type of its code belongs to; null for the host's own.</summary>
    public LoadedModule? OwnerOf(Type type) => Modules.FirstOrDefault(m => m.Assembly == type.Assembly);

    public LoadedModule? Find(string name) => byName.GetValueOrDefault(name);

    public Permission PermissionNamed(string name) =>
        permissions.TryGetValue(name, out var permission)
            ? permission
            : throw new InvalidOperationException($"No module describes the permission {name}.");

    /// <summary>Takes a plug-in out of service: its doors close at the next request.</summary>
    public void Quarantine(LoadedModule module, string step, Exception reason)
    {
        if (!module.IsPlugin)
            throw new InvalidOperationException($"The core module {module.Name} failed to {step}.", reason);
        outOfService[module.Name] = new QuarantinedModule(module.Name, module.Folder, step, QuarantinedModule.ReasonOf(reason));
    }

    /// <summary>
    /// Takes a plug-in out of service whose tables are not what it expects, and with it those that need it: nobody asks them
    /// for anything; see <see cref="SeamScreen"/>.
    /// </summary>
    public void QuarantineTables(LoadedModule module, string step, Exception reason)
    {
        Quarantine(module, step, reason);
        withoutTables[module.Name] = true;
        foreach (var other in Modules.Where(m => m.Needs.Contains(module.Name) && HasTables(m.Name)))
            QuarantineTables(other, step, new InvalidOperationException($"It needs {module.Name}, which lacks its tables."));
    }
}
