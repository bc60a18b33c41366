using RetailMember.Architecture.Tests.Repository;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>The solution, the top level, and the guard rails that every project builds with.</summary>
public static class Solution
{
    private static readonly string[] Folders = ["src", "modules", "host", "test"];

    private static readonly HashSet<string> TopLevel =
    [
        "RetailMember.sln", "common.props", "README.md", "src", "modules", "host", "test", "etc",
        "global.json", "Directory.Build.props",
    ];

    private static readonly string[] Loosened = ["RS0030", "TreatWarningsAsErrors", "EnableNETAnalyzers", "RunAnalyzers"];

    public static IReadOnlyList<string> Missing(string solution, IEnumerable<Project> projects) =>
    [
        .. projects
            .Where(p => Folders.Contains(p.Path.Split('/')[0]))
            .Where(p => !solution.Contains(p.Path.Replace('/', '\\'), StringComparison.Ordinal))
            .Select(p => $"{p.Path} is not in the solution"),
    ];

    public static IReadOnlyList<string> StrangersAtTheTop(IEnumerable<string> names) =>
        [.. names.Where(n => !n.StartsWith('.') && !TopLevel.Contains(n)).Select(n => $"{n} at the top level")];

    public static IReadOnlyList<string> LoosenedRules(IEnumerable<Project> projects) =>
    [
        .. from project in projects
           from rule in Loosened
           where project.Content.ToString().Contains(rule, StringComparison.Ordinal)
           select $"{project.Path} speaks of {rule}",
    ];
}
