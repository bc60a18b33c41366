using System.Runtime.CompilerServices;

namespace RetailMember.Testing;

/// <summary>Where the sources lie, for tests that need the host's web files or build a plug-in.</summary>
public static class ProductTree
{
    public static string Root { get; } = FindRoot();

    public static string HostFolder => Path.Combine(Root, "host", "RetailMember.Host");

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "RetailMember.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The sources of these tests are not on this machine.");
    }
}
