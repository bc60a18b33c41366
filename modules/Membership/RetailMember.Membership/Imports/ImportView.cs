using RetailMember.Membership.Imports.Files;
using RetailMember.Values;

namespace RetailMember.Membership.Imports;

/// <summary>An import as people see it.</summary>
/// <param name="Rows">Rows of the file below its headings.</param>
/// <param name="Receipts">What the rows of a purchase file make; left out for other files.</param>
/// <param name="Imported">Receipts, members or lots that this import brought into the books.</param>
/// <param name="AlreadyThere">Those that the books had before.</param>
/// <param name="Refused">Rows in the error file.</param>
/// <param name="Members">Members whom the accepted rows are about; 0 until it has ended.</param>
/// <param name="Amount">Yuan of the receipts imported.</param>
/// <param name="Points">Points that came with what was imported; a rehearsal does not know them.</param>
/// <param name="Progress">Share of the work done, 0 to 100.</param>
/// <param name="IgnoredHeadings">Columns of the file that nobody looks at.</param>
/// <param name="Fault">The code of what stopped it.</param>
/// <param name="AlikeRows">Rows that say just what another row of their receipt says, and count as lines of their own.</param>
/// <param name="Alike">The first hundred of them.</param>
internal sealed record ImportView(
    long Import,
    ImportKind Kind,
    ImportState State,
    string FileName,
    bool Enrols,
    int Rows,
    int? Receipts,
    int Imported,
    int AlreadyThere,
    int Refused,
    int Members,
    ImportCreations Created,
    Money Amount,
    long Points,
    int Progress,
    string Encoding,
    IReadOnlyList<string> IgnoredHeadings,
    string StartedBy,
    DateTime StagedAt,
    DateTime? StartedAt,
    DateTime? EndedAt,
    string? Fault,
    int AlikeRows,
    IReadOnlyList<AlikeRow> Alike)
{
    /// <summary>A host is at work on it, or will be.</summary>
    internal bool IsMoving => State is ImportState.Staging or ImportState.Checking or ImportState.Queued or ImportState.Running
        or ImportState.Cancelling;

    /// <summary>Nothing of it is in the books, and its counts say what would be.</summary>
    internal bool IsTrial => State is ImportState.Checking or ImportState.Checked;

    internal bool HasErrorFile => Refused > 0 && !IsMoving && State != ImportState.Cancelled;

    internal bool CanBeChecked => State is ImportState.Staged or ImportState.Checked;

    /// <summary>Running it takes it up where it was.</summary>
    internal bool IsResumed => State is ImportState.Paused or ImportState.Failed or ImportState.Interrupted;

    internal bool CanBeRun =>
        State is ImportState.Staged or ImportState.Checked || IsResumed;

    internal bool CanBeCancelled => State is not (ImportState.Done or ImportState.Cancelled or ImportState.Cancelling);

    /// <summary>As seen from outside at this time (UTC), where nobody knows whether its host is still at work.</summary>
    public static ImportView Of(Import import, DateTime now)
    {
        var view = Of(import);
        if (!import.IsSilentAt(now)) return view;
        return import.State switch
        {
            // Nothing of it is in the books, and its file is gone with the program that read it.
            ImportState.Staging => view with { State = ImportState.Cancelled, Fault = "import.reading-broke-off" },
            ImportState.Checking => view with { State = ImportState.Staged },
            _ => view with { State = ImportState.Interrupted },
        };
    }

    public static ImportView Of(Import import)
    {
        var layout = FileLayout.FromJson(import.Layout);
        return new ImportView(
            import.Id,
            import.Kind,
            import.State,
            import.FileName,
            import.Enrols,
            import.Rows,
            import.Kind == ImportKind.Purchases ? import.Entries : null,
            import.Imported,
            import.AlreadyThere,
            import.Refused,
            import.Members,
            new ImportCreations(import.NewStores, import.NewMembers),
            new Money(import.AmountFen),
            import.Points,
            ProgressOf(import),
            layout.Encoding,
            [.. layout.Ignored],
            import.StartedBy,
            import.StagedAt,
            import.StartedAt,
            import.EndedAt,
            import.Fault,
            import.AlikeRows,
            AlikeRow.Read(import.Alike));
    }

    // Refused rows are not entries, so that the last per cent is reached only by the end itself.
    private static int ProgressOf(Import import) => import.State switch
    {
        ImportState.Done => 100,
        ImportState.Staging or ImportState.Staged or ImportState.Checked or ImportState.Queued => 0,
        _ when import.Entries == 0 => 99,
        _ => (int)Math.Min(99, (import.Imported + (long)import.AlreadyThere) * 100 / import.Entries),
    };
}

/// <param name="NewStores">Stores that the brand did not know.</param>
/// <param name="NewMembers">Members whom the brand did not know.</param>
internal sealed record ImportCreations(int NewStores, int NewMembers);
