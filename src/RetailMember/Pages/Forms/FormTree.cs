using System.Globalization;
using RetailMember.UseCases;

namespace RetailMember.Pages.Forms;

/// <summary>Form fields as a tree: <c>lines[0].amount</c> is the branch lines, 0, amount.</summary>
internal sealed class FormTree
{
    private const int DeepestPath = 16;

    private readonly List<string> _values = [];
    private readonly SortedList<string, FormTree> _branches = new(ByNumberThenName.Instance);

    /// <summary>What was sent under exactly this name; several for a list of boxes.</summary>
    public IReadOnlyList<string> Values => _values;

    public IReadOnlyDictionary<string, FormTree> Branches => _branches;

    public static bool Knows(Type type, string name) =>
        Json.Options.GetTypeInfo(type).Properties.Any(p => p.Name == name);

    public void Add(string path, string value)
    {
        var parts = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > DeepestPath) throw Refusal.Invalid(path, "field.unknown");
        var at = this;
        foreach (var part in parts)
        {
            if (!at._branches.TryGetValue(part, out var branch)) at._branches[part] = branch = new FormTree();
            at = branch;
        }
        at._values.Add(value);
    }

    /// <summary>Rows of a list in the order of their numbers, so that row 10 follows row 9.</summary>
    private sealed class ByNumberThenName : IComparer<string>
    {
        public static readonly ByNumberThenName Instance = new();

        public int Compare(string? x, string? y) =>
            int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
            && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var b)
                ? a.CompareTo(b)
                : string.CompareOrdinal(x, y);
    }
}
