using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Imports.Work;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Reads a file's rows into the import's table: each by itself at first, then those that are one entry together.
/// </summary>
internal sealed class Staging(PersonalData personal)
{
    private const int RowsAtOnce = 5_000;

    public async Task ReadInAsync(
        ImportBook book, ImportFile file, ImportWork work, Brand brand, CancellationToken cancel)
    {
        foreach (var records in file.Rows().Chunk(RowsAtOnce))
        {
            var staged = records.Select(r => Stage(r, book.Import, file.Layout, work, brand)).ToList();
            await book.AddAsync(staged, cancel);
        }
    }

    /// <summary>
    /// Refuses rows that contradict each other, and those of an entry of which one row was refused: an entry comes into
    /// the books whole or not at all. Notes rows that are alike.
    /// </summary>
    public async Task CompareAsync(
        ImportBook reading, ImportBook writing, ImportWork work, FileLayout layout, CancellationToken cancel)
    {
        var refused = new List<ImportRow>();
        var group = new List<ImportRow>();
        await foreach (var row in reading.Repeated().WithCancellation(cancel))
        {
            if (group.Count > 0 && group[0].Key != row.Key) Close();
            group.Add(row);
            if (refused.Count < RowsAtOnce) continue;
            await writing.SaveAsync(refused, cancel);
            refused.Clear();
        }

        Close();
        await writing.SaveAsync(refused, cancel);

        void Close()
        {
            List<ImportRow> faulty = [.. Judge(group, work, layout)];
            refused.AddRange(faulty);
            if (faulty.Count == 0 && group.TrueForAll(r => r.State == ImportRowState.Waiting))
                AlikeRow.Note(writing.Import, work.Alike(group, layout, personal));
            group.Clear();
        }
    }

    private IEnumerable<ImportRow> Judge(List<ImportRow> rows, ImportWork work, FileLayout layout)
    {
        List<ImportRow> sound = [.. rows.Where(r => r.State == ImportRowState.Waiting)];
        var isWhole = sound.Count == rows.Count;
        var faults = isWhole
            ? work.Conflicts(sound, layout, personal)
            : sound.Select(r => (Row: r, Fault: new RowFault("import.other-line-refused")));
        foreach (var (row, fault) in faults)
        {
            row.Refuse(fault);
            yield return row;
        }
    }

    private ImportRow Stage(CsvRecord record, Import import, FileLayout layout, ImportWork work, Brand brand)
    {
        var cells = new Cells(layout, record.Cells);

        // Also where the row was cut off: as far as it goes it may say to which receipt it belongs.
        var place = work.Place(cells, record.Line, brand);
        var fault = Cells.ShapeFault(layout, record) ?? cells.Fault;
        var row = new ImportRow
        {
            ImportId = import.Id,
            BrandId = import.BrandId,
            RowNo = record.Line,
            Key = work.KeyNamesMember ? Blind(place.Key) : Fitting(place.Key, ImportRow.KeyLength),
            Turn = fault is null ? place.Turn : "",
            MemberIndex = Blind(CardNo.Normalise(place.MemberNo)),
            Cells = ImportRun.Seal(Cells.Write(record.Cells), personal),
        };
        if (fault is not null) row.Refuse(fault);
        return row;
    }

    private string Blind(string text) => text.Length == 0 ? "" : personal.BlindIndex(text, "membership.import");

    /// <summary>What is too long was refused already, and is kept in its cells.</summary>
    private static string Fitting(string? text, int longest) => text is null || text.Length > longest ? "" : text;
}
