namespace RetailMember.Pages.Forms;

/// <summary>Several names in one field.</summary>
public static class NameList
{
    /// <summary>The names as people type them, between commas or semicolons of any kind; none where nothing is typed.</summary>
    public static IReadOnlyList<string> Split(string? names) =>
        names?.Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The names as the field shows them.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
