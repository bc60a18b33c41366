using RetailMember.Architecture.Tests.Repository;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>Who may lean on whom: the kernel on nobody, a module on the kernel and on Contracts.</summary>
public static class References
{
    private const string Kernel = "RetailMember";

    public static IReadOnlyList<string> Broken(IEnumerable<Project> projects) =>
    [
        .. from project in projects
           from reference in project.References
           where !IsAllowed(project, reference)
           select $"{project.Name} references {reference}",
    ];

    public static IReadOnlyList<string> ModulesNamed(IEnumerable<SourceFile> kernel, IReadOnlyCollection<string> modules) =>
    [
        .. from file in kernel
           where file.Path.EndsWith(".cs", StringComparison.Ordinal)
           from module in modules
           where file.Text.Contains($"RetailMember.{module}", StringComparison.Ordinal)
           select $"{file.Path} names {module}",
    ];

    /// <summary>Files of the core, of whatever kind, that name a vertical.</summary>
    public static IReadOnlyList<string> VerticalsNamed(IEnumerable<SourceFile> core, IReadOnlyCollection<string> verticals) =>
    [
        .. from file in core
           from vertical in verticals
           where file.Text.Contains(vertical, StringComparison.Ordinal)
           select $"{file.Path} names {vertical}",
    ];

    private static bool IsAllowed(Project project, string reference) =>
        project.Name != Kernel && (reference == Kernel || reference.EndsWith(".Contracts", StringComparison.Ordinal));
}
