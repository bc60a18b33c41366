using System.Globalization;
using System.Text.Json;

namespace RetailMember.Membership.Programmes;

/// <summary>One value that differs between two documents.</summary>
/// <param name="Path">For example <c>tierSet.tiers[gold].payRate</c>.</param>
/// <param name="Before">As JSON; absent where the value is new.</param>
/// <param name="After">As JSON; absent where the value is gone.</param>
internal sealed record DocumentDifference(string Path, string? Before, string? After);

/// <summary>
/// Compares two documents value by value. What has a code or a name keeps its identity when it moves in its list; the
/// rest of a list is compared place by place.
/// </summary>
internal static class DocumentComparison
{
    public static IReadOnlyList<DocumentDifference> Of(JsonElement before, JsonElement after)
    {
        var (old, now) = (Leaves(before), Leaves(after));
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(path => new DocumentDifference(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(d => d.Before != d.After),
        ];
    }

    private static Dictionary<string, string> Leaves(JsonElement root)
    {
        var leaves = new Dictionary<string, string>();
        Walk(root, "");
        return leaves;

        void Walk(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                        Walk(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
                    break;
                case JsonValueKind.Array:
                    foreach (var (i, item) in element.EnumerateArray().Index()) Walk(item, $"{path}[{Identity(item, i)}]");
                    break;
                default:
                    leaves[path] = element.GetRawText();
                    break;
            }
        }
    }

    private static string Identity(JsonElement item, int place)
    {
        if (item.ValueKind == JsonValueKind.Object)
            foreach (var name in (string[])["code", "name", "metric"])
                if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                    return value.GetString()!;
        return place.ToString(CultureInfo.InvariantCulture);
    }
}
