using RetailMember.Data;

namespace RetailMember.Membership.Imports;

/// <summary>One row of an import's file while it waits, or with the reason why it was refused.</summary>
internal sealed class ImportRow : IBrandOwned
{
    public const int KeyLength = 200;

    public const int TurnLength = 240;

    /// <summary>The columns that a refusal or doubt fills in.</summary>
    public static readonly string[] Verdict = [nameof(State), nameof(Code), nameof(Column), nameof(Facts)];

    public long ImportId { get; init; }

    /// <summary>The line of the file on which the row begins; the headings are usually line 1.</summary>
    public int RowNo { get; init; }

    public int BrandId { get; init; }

    /// <summary>
    /// What the row belongs to: rows of one key are one entry. Empty where the row does not say it; a blind index where it
    /// would name a member.
    /// </summary>
    public string Key { get; init; } = "";

    /// <summary>Sorts the rows into the order of their work: business time first, then the key.</summary>
    public string Turn { get; init; } = "";

    /// <summary>Tells members apart: a blind index, for files hold mobiles for numbers.</summary>
    public string MemberIndex { get; init; } = "";

    /// <summary>The cells as they stand in the file, a JSON array; sealed.</summary>
    public required string Cells { get; init; }

    public ImportRowState State { get; set; }

    /// <summary>Why it was refused: the code of a refusal or of a faulty field.</summary>
    public string? Code { get; set; }

    /// <summary>The column at fault, where it is one.</summary>
    public string? Column { get; set; }

    /// <summary>What the code's text names, as JSON.</summary>
    public string? Facts { get; set; }

    public void Refuse(RowFault fault) => Mark(ImportRowState.Refused, fault);

    /// <summary>A rehearsal found that it would be refused as things stand.</summary>
    public void Doubt(RowFault fault) => Mark(ImportRowState.Doubted, fault);

    public void Clear() => (State, Code, Column, Facts) = (ImportRowState.Waiting, null, null, null);

    private void Mark(ImportRowState state, RowFault fault)
    {
        State = state;
        Code = fault.Code;
        Column = fault.Column;
        Facts = fault.FactsJson;
    }
}

internal enum ImportRowState
{
    Waiting,

    /// <summary>For good: a corrected file is another import.</summary>
    Refused,

    /// <summary>Is tried again when the import runs: the store may be there by then.</summary>
    Doubted,
}
