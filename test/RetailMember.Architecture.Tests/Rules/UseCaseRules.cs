using RetailMember.Architecture.Tests.Repository;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests.Rules;

public static class UseCaseRules
{
    public static IReadOnlyList<string> Undescribed(IEnumerable<UseCaseInfo> useCases, HashSet<string> permissions) =>
    [
        .. from useCase in useCases
           let needs = useCase.Access as NeedsAttribute
           where needs is not null && !permissions.Contains(needs.Permission)
           select $"{useCase.Name} needs {needs!.Permission}, which nobody describes",
    ];

    /// <summary>
    /// A member must not be able to name another: what staff do for members takes him from the caller, and what only members
    /// do names nobody.
    /// </summary>
    public static IReadOnlyList<string> NotOwn(IEnumerable<UseCaseInfo> useCases) =>
    [
        .. from useCase in useCases
           where useCase.IsForOwnMember
           let takesCaller = typeof(IOfMember<>).MakeGenericType(useCase.InputType).IsAssignableFrom(useCase.InputType)
           where !takesCaller && (useCase.Access is not OwnMemberAttribute || useCase.InputType.GetProperty("Member") is not null)
           select $"{useCase.Name} does not take the member from its caller",
    ];

    /// <summary>Permissions that no use case needs, no menu item shows and no code checks by the name of its constant.</summary>
    public static IReadOnlyList<string> Unasked(
        IEnumerable<UseCaseInfo> useCases, ModuleCatalogue modules, IReadOnlyList<SourceFile> code)
    {
        var asked = useCases.Select(u => u.Access).OfType<NeedsAttribute>().Select(n => n.Permission)
            .Concat(modules.Modules.SelectMany(m => m.Description.Menu).Select(m => m.Permission)).ToHashSet();
        return [.. modules.Permissions.Where(p => !asked.Contains(p.Name) && !IsChecked(p.Name)).Select(p => $"nobody asks for {p.Name}")];

        bool IsChecked(string permission) =>
            ConstantOf(permission) is { } constant
            && code.Count(f => f.Text.Contains(constant, StringComparison.Ordinal)) > 1;

        string? ConstantOf(string permission) => code
            .Select(f => System.Text.RegularExpressions.Regex.Match(
                f.Text, $"const string (\\w+) = \"{System.Text.RegularExpressions.Regex.Escape(permission)}\"",
                System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(2)))
            .FirstOrDefault(m => m.Success)?.Groups[1].Value;
    }
}
