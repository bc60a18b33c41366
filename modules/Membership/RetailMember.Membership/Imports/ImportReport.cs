using System.Globalization;
using RetailMember.Brands;
using RetailMember.Texts;
using RetailMember.Values;
using RetailMember.Verbs;

namespace RetailMember.Membership.Imports;

/// <summary>What the command line says of an import that has ended.</summary>
/// <param name="Import">Its number, to read it on the page or to resume it.</param>
/// <param name="Refused">Rows in the error file.</param>
/// <param name="Amount">Yuan of the receipts imported.</param>
/// <param name="Points">Points granted or opened; left out of a dry run, which does not judge.</param>
/// <param name="AlikeRows">Rows that say just what another row of their receipt says, and count as lines of their own.</param>
/// <param name="Alike">The first hundred of them.</param>
/// <param name="ErrorsFile">Where the refused rows are, with their reasons; left out where there are none.</param>
internal sealed record ImportReport(
    long Import,
    string Brand,
    ImportKind Kind,
    bool DryRun,
    ImportState State,
    int Rows,
    int? Receipts,
    int Imported,
    int AlreadyThere,
    int Refused,
    int Members,
    ImportCreations Created,
    Money Amount,
    long? Points,
    IReadOnlyList<string> IgnoredHeadings,
    string? ErrorsFile,
    int AlikeRows,
    IReadOnlyList<AlikeRow> Alike)
{
    /// <summary>Told apart from 1, with which a verb fails: it ran to its end, and rows were refused.</summary>
    private const int RowsRefused = 2;

    private const int MostInALine = 20;

    public static ImportReport Of(ImportView import, string brand, bool dryRun, string? errorsFile) => new(
        import.Import, brand, import.Kind, dryRun, import.State, import.Rows, import.Receipts, import.Imported,
        import.AlreadyThere, import.Refused, import.Members, import.Created, import.Amount,
        dryRun ? null : import.Points, import.IgnoredHeadings, errorsFile, import.AlikeRows, import.Alike);

    public static RunImport.Input RunAndTell(long id, VerbCall call) => new(id)
    {
        Told = now => call.Progress(call.Texts.Format(
            "import.progress", [("import", now.Import), ("percent", now.Progress), ("imported", now.Imported)])),
    };

    /// <summary>Answers where the error file is; null where no row was refused.</summary>
    public static async Task<string?> WriteErrorsAsync(
        ImportView import, string path, Brand brand, VerbCall call, CancellationToken cancel)
    {
        if (import.Refused == 0) return null;
        var full = Path.GetFullPath(path);
        await using var file = File.Create(full);
        await call.RunAsync(new ExportImportErrors.Input(import.Import) { Output = file }, brand, cancel);
        return full;
    }

    public VerbAnswer Answer(ITexts texts)
    {
        (string, object?)[] facts =
        [
            ("import", Import), ("rows", Rows), ("receipts", Receipts), ("imported", Imported), ("already", AlreadyThere),
            ("refused", Refused), ("members", Members), ("newMembers", Created.NewMembers), ("newStores", Created.NewStores),
            ("amount", Amount), ("points", Points), ("file", ErrorsFile), ("alike", AlikeRows), ("alikeRows", RowNumbers()),
        ];
        var lines = new List<string> { texts.Format(DryRun ? "import.report.dry-run" : "import.report", facts) };
        lines.Add(texts.Format("import.report.counts", facts));
        if (Kind == ImportKind.Purchases) lines.Add(texts.Format("import.report.receipts", facts));
        if (AlikeRows > 0) lines.Add(texts.Format("import.report.alike", facts));
        if (ErrorsFile is not null) lines.Add(texts.Format("import.report.errors", facts));
        return new VerbAnswer(this, lines) { ExitCode = Refused > 0 ? RowsRefused : 0 };
    }

    /// <summary>As in <c>3 (= 2), 9 (= 7)</c>; the answer as a document has all hundred.</summary>
    private string RowNumbers() => string.Join(", ", Alike.Take(MostInALine)
        .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Row} (= {a.First})")))
        + (AlikeRows > MostInALine ? " …" : "");
}
