using System.Xml.Linq;

namespace RetailMember.Architecture.Tests.Repository;

/// <summary>A project file and which projects it leans on.</summary>
public sealed record Project(string Path, XElement Content)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsContracts => Name.EndsWith(".Contracts", StringComparison.Ordinal);

    /// <summary>Names of the projects referenced.</summary>
    public IEnumerable<string> References =>
        Content.Descendants("ProjectReference")
            .Select(r => System.IO.Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    public static Project Of(SourceFile file) => new(file.Path, XElement.Parse(file.Text));

    public static IReadOnlyList<Project> All { get; } = [.. SourceTree.Ending(".csproj").Select(Of)];

    public static IEnumerable<Project> Under(string folder) =>
        All.Where(p => p.Path.StartsWith(folder + "/", StringComparison.Ordinal));
}
