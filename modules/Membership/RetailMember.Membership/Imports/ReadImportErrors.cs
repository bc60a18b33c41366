using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Imports.Work;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Imports;

/// <summary>Rows of an import that were refused, or would be, in order of the file.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class ReadImportErrors(MembershipDb db, PersonalData personal, ITexts texts)
    : Query<ReadImportErrors.Input, PageOf<ReadImportErrors.Item>>
{
    protected override async Task<PageOf<Item>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == input.Import, cancel)
            ?? throw new Refusal("import.not-found", RefusalKind.NotFound, ("import", input.Import));
        var after = Cursor.Read<Place>(input.After)?.Row ?? 0;
        var size = Math.Clamp(input.Size, 1, Cursor.LargestSize);
        var rows = await db.ImportRows.AsNoTracking()
            .Where(r => r.ImportId == import.Id && r.RowNo > after && r.State != ImportRowState.Waiting)
            .OrderBy(r => r.RowNo).Take(size + 1).ToListAsync(cancel);
        var places = FileLayout.FromJson(import.Layout).Places;
        return PageOf<Item>.Of(rows, size, r => new Place(r.RowNo), r => ItemOf(r, places));
    }

    private Item ItemOf(ImportRow row, IReadOnlyDictionary<string, int> places)
    {
        var cells = ImportRun.CellsOf(row.Cells, personal);
        return new Item(
            row.RowNo,
            row.Column,
            row.Column is { } column && places.TryGetValue(column, out var place) ? cells.ElementAtOrDefault(place) : null,
            row.Code!,
            texts.Format("refusal." + row.Code, RowFault.ReadFacts(row.Facts)),
            cells);
    }

    internal sealed record Input(long Import, string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Item>>;

    /// <param name="Row">The line of the file on which the row begins.</param>
    /// <param name="Column">The column at fault, where it is one.</param>
    /// <param name="Value">What stands in that column.</param>
    /// <param name="Cells">The row as it stands in the file.</param>
    internal sealed record Item(int Row, string? Column, string? Value, string Code, string Text, IReadOnlyList<string> Cells);

    private sealed record Place(int Row);
}
