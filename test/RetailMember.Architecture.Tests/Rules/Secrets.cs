using System.Text.RegularExpressions;
using RetailMember.Architecture.Tests.Repository;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>What ties the tree to one machine or one package source.</summary>
public static partial class Secrets
{
    public static IReadOnlyList<string> MachinePaths(IEnumerable<SourceFile> files) => Lines(files, MachinePath());

    public static IReadOnlyList<string> PackageSources(IEnumerable<SourceFile> files) => Lines(files, PackageSource());

    private static List<string> Lines(IEnumerable<SourceFile> files, Regex pattern) =>
    [
        .. from file in files
           from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
           where pattern.IsMatch(line.Text)
           select $"{file.Path}:{line.Number}: {line.Text.Trim()}",
    ];

    [GeneratedRegex(@"(?<![\w.])/(home|root|work|Users)/\w|\b[A-Z]:\\\\?\w", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(
        "\"resolved\"\\s*:|registry\\.npm|api\\.nuget\\.org|artifactory|<packageSources>|_authToken",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PackageSource();
}
