namespace RetailMember.Redemption.Pages.Shared;

/// <summary>A list of members as forms have it: one text, a number a line, or several parted as people part them.</summary>
internal static class MemberList
{
    private static readonly char[] Separators = [' ', '\t', '\r', ',', '，', ';', '；', '、'];

    /// <summary>Each once, with the line of the text on which it stands first, from 1.</summary>
    public static IEnumerable<(int Line, string Member)> Read(string? text) => (text ?? "").Split('\n').Index()
        .SelectMany(l => l.Item.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(m => (Line: l.Index + 1, Member: m)))
        .DistinctBy(l => l.Member);
}
