using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Imports.Work;

namespace RetailMember.Membership.Imports;

/// <summary>Takes an import's entries in their turn, some at a time, and keeps what became of them.</summary>
internal sealed class ImportSteps(ImportBook book, ImportRun run)
{
    private const int RowsAtOnce = 2_048;

    private readonly int storesBefore = book.Import.NewStores;
    private readonly int membersBefore = book.Import.NewMembers;

    private string cursor = book.Import.Cursor;

    /// <summary>Null at the end.</summary>
    public async Task<IReadOnlyList<Entry>?> NextAsync(CancellationToken cancel)
    {
        var rows = await book.NextAsync(cursor, RowsAtOnce, cancel);
        if (rows.Count == 0) return null;
        cursor = rows[^1].Turn;
        return Entry.Of(rows);
    }

    /// <summary>
    /// Keeps what became of a step's entries. What is in the books counts also where the import is being cancelled
    /// meanwhile.
    /// </summary>
    public async Task SaveAsync(IReadOnlyList<EntryOutcome> outcomes, bool rehearsed, CancellationToken cancel)
    {
        List<ImportRow> judged =
            [.. outcomes.SelectMany(o => o.Entry.Rows.Where(row => Judge(row, o.Fault, rehearsed)))];
        Count(outcomes, rehearsed);
        try
        {
            await book.SaveAsync(judged, cancel);
        }
        catch (DbUpdateConcurrencyException) when (!rehearsed)
        {
            await book.ReloadAsync(cancel);
            if (book.Import.State != ImportState.Cancelling) throw;
            Count(outcomes, rehearsed);
            await book.SaveAsync(judged, cancel);
        }
    }

    public async Task EndCheckAsync(CancellationToken cancel)
    {
        book.Import.Members = await book.MembersAsync(cursor, cancel);
        book.Import.State = ImportState.Checked;
        await book.SaveAsync([], cancel);
    }

    private void Count(IReadOnlyList<EntryOutcome> outcomes, bool rehearsed)
    {
        var import = book.Import;
        foreach (var outcome in outcomes)
        {
            if (outcome.Fault is not null) import.Refused += outcome.Entry.Rows.Count;
            else if (outcome.AlreadyThere) import.AlreadyThere++;
            else import.Imported++;
            import.AmountFen += outcome.AmountFen;
            import.Points += outcome.Points;
        }

        import.NewStores = storesBefore + run.NewStores;
        import.NewMembers = membersBefore + run.NewMembers;
        if (!rehearsed) import.Cursor = cursor;
    }

    /// <summary>False where nothing about the row has changed.</summary>
    private static bool Judge(ImportRow row, RowFault? fault, bool rehearsed)
    {
        if (fault is null)
        {
            if (row.State == ImportRowState.Waiting) return false;
            row.Clear();
        }
        else if (rehearsed)
            row.Doubt(fault);
        else
            row.Refuse(fault);

        return true;
    }
}
