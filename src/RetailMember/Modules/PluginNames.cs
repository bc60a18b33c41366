namespace RetailMember.Modules;

/// <summary>Keeps the names of plug-ins out of the way of the host's own and of each other's.</summary>
internal static class PluginNames
{
    /// <summary>First words of addresses that are the host's.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "Api", "Brands", "Css", "Health", "Img", "Js", "Language", "Lib", "Openapi", "Problems",
    };

    public static void Check(ModuleDescription description)
    {
        var name = description.Module;
        if (!IsPascal(name) || Taken.Contains(name))
            throw new InvalidOperationException($"'{name}' cannot be a module's name: it is one Pascal-case word.");
        var verb = name.ToLowerInvariant() + " ";
        if (description.Verbs.FirstOrDefault(v => !v.Name.StartsWith(verb, StringComparison.Ordinal)) is { } foreign)
            throw new InvalidOperationException($"The verb '{foreign.Name}' of {name} must start with '{verb}'.");
    }

    private static bool IsPascal(string name) =>
        name.Length is > 1 and <= 32 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
