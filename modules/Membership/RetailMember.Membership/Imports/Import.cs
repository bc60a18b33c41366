using RetailMember.Data;

namespace RetailMember.Membership.Imports;

/// <summary>
/// A file on its way into a brand's books, and how far it came. Its rows wait in <see cref="ImportRow"/>; every step
/// moves <see cref="Cursor"/> on in the transaction that keeps the step's counts.
/// </summary>
internal sealed class Import : IBrandOwned, IVersioned
{
    /// <summary>A host that works on it says so with every step, which takes seconds.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    public long Id { get; init; }

    public int BrandId { get; init; }

    public ImportKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>What the file's columns mean: <see cref="Files.FileLayout"/> as JSON.</summary>
    public required string Layout { get; init; }

    /// <summary>Stores and members that the brand does not know are created.</summary>
    public bool Enrols { get; init; }

    public ImportState State { get; set; }

    /// <summary>Rows of the file below its headings, empty lines left out.</summary>
    public int Rows { get; set; }

    /// <summary>What the rows make: receipts, or for other files one a row.</summary>
    public int Entries { get; set; }

    /// <summary>Entries that this import brought into the books.</summary>
    public int Imported { get; set; }

    /// <summary>Entries that the books had already.</summary>
    public int AlreadyThere { get; set; }

    /// <summary>Rows that stand in the error file.</summary>
    public int Refused { get; set; }

    /// <summary>Rows that say just what another row of their receipt says, and count as lines of their own.</summary>
    public int AlikeRows { get; set; }

    /// <summary>The first of them: <see cref="Imports.AlikeRow"/>s as JSON; null where there are none.</summary>
    public string? Alike { get; set; }

    /// <summary>Members whom the accepted entries are about; counted at the end.</summary>
    public int Members { get; set; }

    public int NewStores { get; set; }

    public int NewMembers { get; set; }

    /// <summary>Fen of the receipts imported.</summary>
    public long AmountFen { get; set; }

    /// <summary>Points that came with what was imported.</summary>
    public long Points { get; set; }

    /// <summary>The <see cref="ImportRow.Turn"/> up to which the work is done; empty at the beginning.</summary>
    public string Cursor { get; set; } = "";

    public required string StartedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StagedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>UTC; the last sign of life of whoever works on it.</summary>
    public DateTime? AliveAt { get; set; }

    /// <summary>The code of what stopped it, where it failed.</summary>
    public string? Fault { get; set; }

    public long Version { get; set; }

    /// <summary>Its host was killed: it says nothing any more and takes it no further.</summary>
    public bool IsSilentAt(DateTime now) =>
        State is ImportState.Staging or ImportState.Checking or ImportState.Running or ImportState.Cancelling
        && (AliveAt ?? StartedAt ?? StagedAt) < now - Silence;
}

internal enum ImportKind
{
    Members,
    Lots,
    Purchases,
}

internal enum ImportState
{
    /// <summary>Its rows are being read in; the file itself is needed to begin again.</summary>
    Staging,

    /// <summary>All rows are there.</summary>
    Staged,

    /// <summary>Tried without writing: the counts say what would happen.</summary>
    Checked,

    /// <summary>Waits for a host to take it.</summary>
    Queued,
    Running,

    /// <summary>Its host was told to stop; goes on where it was.</summary>
    Paused,
    Done,

    /// <summary>Something broke on the way; can be taken up again where it was.</summary>
    Failed,

    /// <summary>Somebody stopped it for good. What was imported stays.</summary>
    Cancelled,

    /// <summary>Is being tried without writing, by whichever host has taken it.</summary>
    Checking,

    /// <summary>Somebody wants it stopped: its host ends the step under way, counts it, and stops.</summary>
    Cancelling,

    /// <summary>As it is shown, never as it is stored: it runs, but its host has been silent for too long.</summary>
    Interrupted,
}
