using System.Reflection;
using System.Runtime.Loader;

namespace RetailMember.Modules;

/// <summary>Reads plug-ins: each folder <c>NAME/</c> below the plug-ins folder holds <c>NAME.dll</c> with one public module.</summary>
internal static class PluginFolder
{
    public static IReadOnlyList<ModuleLoader.Candidate> Read(string? root, List<QuarantinedModule> quarantined)
    {
        if (root is null || !Directory.Exists(root)) return [];
        var found = new List<ModuleLoader.Candidate>();
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            try
            {
                found.Add(ModuleLoader.Candidate.Of(ReadOne(folder, name), folder));
            }
            catch (Exception fault)
            {
                quarantined.Add(new QuarantinedModule(name, folder, "load", QuarantinedModule.ReasonOf(fault)));
            }
        }

        return found;
    }

    private static IModule ReadOne(string folder, string name)
    {
        if (name.Length > QuarantinedModule.LongestFolderName)
            throw new InvalidOperationException($"Its name is longer than {QuarantinedModule.LongestFolderName} characters.");
        var file = Path.Combine(Path.GetFullPath(folder), name + ".dll");
        if (!File.Exists(file)) throw new FileNotFoundException($"{name}.dll is not in its folder.");
        var assembly = new PluginLoadContext(file).LoadFromAssemblyPath(file);
        var types = assembly.GetExportedTypes().Where(t => !t.IsAbstract && typeof(IModule).IsAssignableFrom(t)).ToList();
        return types.Count == 1
            ? (IModule)Activator.CreateInstance(types[0])!
            : throw new InvalidOperationException($"{name}.dll has {types.Count} public modules; it must have exactly one.");
    }

    /// <summary>Asks the host first for every assembly, so that shared types are the same types.</summary>
    private sealed class PluginLoadContext(string file) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(file))
    {
        private readonly AssemblyDependencyResolver resolver = new(file);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            try
            {
                return Default.LoadFromAssemblyName(assemblyName);
            }
            catch (FileNotFoundException)
            {
                var path = resolver.ResolveAssemblyToPath(assemblyName);
                return path is null ? null : LoadFromAssemblyPath(path);
            }
        }

        protected override nint LoadUnmanagedDll(string unmanagedDllName)
        {
            var path = resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
            return path is null ? 0 : LoadUnmanagedDllFromPath(path);
        }
    }
}
