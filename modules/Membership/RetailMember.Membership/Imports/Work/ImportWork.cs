using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Imports.Files;

namespace RetailMember.Membership.Imports.Work;

/// <summary>What one kind of import does with the rows of its file.</summary>
internal abstract class ImportWork
{
    public abstract ImportKind Kind { get; }

    /// <summary>The rows' keys hold what a till takes for a member, which may be a mobile.</summary>
    public virtual bool KeyNamesMember => true;

    /// <summary>Reads a row and says where it belongs; what is wrong with it is left with the cells.</summary>
    public abstract RowPlace Place(Cells cells, int rowNo, Brand brand);

    /// <summary>What is wrong with rows of one key that a file has more than once, row by row.</summary>
    public abstract IEnumerable<(ImportRow Row, RowFault Fault)> Conflicts(
        IReadOnlyList<ImportRow> rows, FileLayout layout, PersonalData personal);

    /// <summary>Rows of one key that are alike and yet no mistake, in order of the file.</summary>
    public virtual IEnumerable<AlikeRow> Alike(
        IReadOnlyList<ImportRow> rows, FileLayout layout, PersonalData personal) => [];

    /// <summary>Brings entries into the books, in order; what the books have already is left as it is.</summary>
    public abstract Task<IReadOnlyList<EntryOutcome>> RunAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel);

    /// <summary>Says what <see cref="RunAsync"/> would answer, and writes nothing.</summary>
    public abstract Task<IReadOnlyList<EntryOutcome>> RehearseAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel);
}

/// <summary>Where a row belongs; see <see cref="ImportRow"/>.</summary>
internal readonly record struct RowPlace(string Key, string Turn, string MemberNo);

/// <summary>The rows of a file that are one thing in the books: the lines of a receipt.</summary>
internal sealed record Entry(IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Cuts rows in order of their turns where the key changes.</summary>
    public static List<Entry> Of(IEnumerable<ImportRow> inOrder)
    {
        var entries = new List<Entry>();
        var rows = new List<ImportRow>();
        foreach (var row in inOrder)
        {
            if (rows.Count > 0 && rows[0].Key != row.Key)
            {
                entries.Add(new Entry(rows));
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0) entries.Add(new Entry(rows));
        return entries;
    }
}

/// <summary>What became of an entry.</summary>
/// <param name="Fault">Why it was refused; null otherwise.</param>
/// <param name="AlreadyThere">The books had it before this import.</param>
internal sealed record EntryOutcome(
    Entry Entry, RowFault? Fault = null, bool AlreadyThere = false, long AmountFen = 0, long Points = 0);
