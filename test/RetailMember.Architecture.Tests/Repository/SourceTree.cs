using System.Runtime.CompilerServices;

namespace RetailMember.Architecture.Tests.Repository;

/// <summary>A file of the repository: its path from the top, with forward slashes, and its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');

    public bool IsGenerated => Path.Contains("/Migrations/", StringComparison.Ordinal);
}

/// <summary>The files that people wrote, found on disk: whatever is added is checked without being listed.</summary>
public static class SourceTree
{
    private static readonly HashSet<string> Made =
        ["bin", "obj", "node_modules", ".git", "lib", "TestResults", "artifacts", "data", "plugins"];

    private static readonly HashSet<string> Texts =
    [
        ".cs", ".razor", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".js", ".mjs", ".css", ".html", ".sh",
        ".txt", ".yml", ".editorconfig", ".gitignore", "",
    ];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Walk(Root)];

    public static IEnumerable<SourceFile> Ending(string extension) =>
        Files.Where(f => f.Path.EndsWith(extension, StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            if (Texts.Contains(Path.GetExtension(file)))
                yield return new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file));
        foreach (var child in Directory.EnumerateDirectories(folder).Where(c => !Made.Contains(Path.GetFileName(c))))
            foreach (var file in Walk(child)) yield return file;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "RetailMember.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The repository of these tests is not on this machine.");
    }
}
