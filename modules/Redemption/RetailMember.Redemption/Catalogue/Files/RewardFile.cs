using System.Text;
using CsvHelper;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Files;

/// <summary>A catalogue file as it was sent: headings that are known, and the rows below them.</summary>
internal static class RewardFile
{
    public const int LargestFile = 1024 * 1024;
    public const int MostRows = 2_000;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// Refuses a file as a whole: <c>redemption.file-not-text</c>, <c>redemption.file-columns</c>,
    /// <c>redemption.file-too-large</c>.
    /// </summary>
    public static IReadOnlyList<RewardRow> Read(byte[] content)
    {
        if (content.Length > LargestFile) throw TooLarge();
        var records = Records(TextOf(content));
        if (records.Count == 0) throw Columns();
        var headings = records[0].Select(h => h.Trim()).ToList();
        var known = RewardColumns.All.Select(c => c.Title).ToHashSet();
        if (headings.Count != headings.Distinct().Count() || !headings.TrueForAll(known.Contains)
            || RewardColumns.Required.Except(headings).Any()) throw Columns();
        if (records.Count - 1 > MostRows) throw TooLarge();
        return
        [
            .. records.Index().Skip(1).Where(r => !Array.TrueForAll(r.Item, string.IsNullOrWhiteSpace))
                .Select(r => new RewardRow(r.Index + 1, headings.Zip(r.Item).ToDictionary(c => c.First, c => c.Second))
                {
                    IsCutShort = r.Item.Length != headings.Count,
                }),
        ];
    }

    private static List<string[]> Records(string text)
    {
        var heading = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var separator = ',';
        foreach (var one in Separators)
            if (heading.Count(one) > heading.Count(separator)) separator = one;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, Separator = separator });
        var records = new List<string[]>();
        while (records.Count <= MostRows + 1 && reader.Read()) records.Add(reader.Current.ToArray());
        return records;
    }

    /// <summary>UTF-8 where every byte fits, else GB18030, as spreadsheets here write it.</summary>
    private static string TextOf(byte[] content)
    {
        Encoding[] candidates =
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            CodePagesEncodingProvider.Instance.GetEncoding(
                "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
        ];
        foreach (var encoding in candidates)
            if (TryRead(encoding, content) is { } text) return text;
        throw new Refusal("redemption.file-not-text", RefusalKind.Invalid);
    }

    private static string? TryRead(Encoding encoding, byte[] content)
    {
        try
        {
            var text = encoding.GetString(content).TrimStart('\uFEFF');
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Refusal Columns() => new(
        "redemption.file-columns", RefusalKind.Invalid,
        ("required", string.Join(", ", RewardColumns.Required)), ("columns", RewardColumns.Names));

    private static Refusal TooLarge() => new(
        "redemption.file-too-large", RefusalKind.Invalid, ("rows", MostRows), ("kilobytes", LargestFile / 1024));
}
