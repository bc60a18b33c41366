using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>Reads <c>heading=column</c>, several of them divided by commas or apart.</summary>
internal static class HeadingMap
{
    /// <summary>Refuses <c>import.map-malformed</c>.</summary>
    public static Dictionary<string, string> Read(IEnumerable<string> given)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        const StringSplitOptions tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var pair in given.SelectMany(g => g.Split(',', tidy)))
        {
            var sign = pair.LastIndexOf('=');
            if (sign <= 0 || sign == pair.Length - 1 || !map.TryAdd(pair[..sign].Trim(), pair[(sign + 1)..].Trim()))
                throw new Refusal("import.map-malformed", RefusalKind.Invalid, ("pair", pair));
        }

        return map;
    }
}
