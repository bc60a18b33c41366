using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// A row that says just what another row of its receipt says. Where a file has columns of lines, two of the same thing
/// may well be two lines, so both count: dropping one would lose a sale. Whoever runs the import is told.
/// </summary>
/// <param name="Row">The line of the file.</param>
/// <param name="First">The line of the row that it is like.</param>
internal sealed record AlikeRow(int Row, int First)
{
    /// <summary>As many are told by their lines; of the rest, how many there are.</summary>
    public const int MostTold = 100;

    public static IReadOnlyList<AlikeRow> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<AlikeRow[]>(json, Json.Options)!;

    /// <summary>Counts rows with the import.</summary>
    public static void Note(Import import, IEnumerable<AlikeRow> rows)
    {
        var more = rows.ToList();
        if (more.Count == 0) return;
        var told = Read(import.Alike);
        import.AlikeRows += more.Count;
        if (told.Count < MostTold)
            import.Alike = JsonSerializer.Serialize(told.Concat(more).Take(MostTold), Json.Options);
    }
}
