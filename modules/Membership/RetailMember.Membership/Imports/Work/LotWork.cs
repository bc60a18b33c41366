using System.Globalization;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Opens the lots of a file.</summary>
internal sealed class LotWork(UseCaseEntry entry, LotIntake intake, FileEnrolment enrolment, DataSession session) : ImportWork
{
    public override ImportKind Kind => ImportKind.Lots;

    public override RowPlace Place(Cells cells, int rowNo, Brand brand)
    {
        var row = LotRow.Read(cells);
        return new RowPlace(row.Key, rowNo.ToString("D10", CultureInfo.InvariantCulture), row.MemberNo);
    }

    public override IEnumerable<(ImportRow Row, RowFault Fault)> Conflicts(
        IReadOnlyList<ImportRow> rows, FileLayout layout, PersonalData personal) =>
        rows.Skip(1).Select(r => (r, new RowFault("import.lot-twice", null, ("first", rows[0].RowNo))));

    public override async Task<IReadOnlyList<EntryOutcome>> RunAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel)
    {
        var rows = RowsOf(entries, run);
        if (run.Enrols) await enrolment.EnrolAsync(run, Newcomers(rows), cancel);
        var result = await entry.RunAsync(new OpenLots.Input(rows), run.Call, cancel);
        return Outcomes(entries, rows, Explained(rows, result.Rows, run));
    }

    public override async Task<IReadOnlyList<EntryOutcome>> RehearseAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel)
    {
        var rows = RowsOf(entries, run);
        await session.BeginAsync(cancel);
        try
        {
            if (run.Enrols) await enrolment.RehearseAsync(run, Newcomers(rows), cancel);
            var outcomes = await intake.OpenAsync(rows, run.Call, cancel);
            return Outcomes(entries, rows, Explained(rows, outcomes, run));
        }
        finally
        {
            await session.RollbackAsync();
        }
    }

    private static MemberRow[] Newcomers(List<LotRow> rows) =>
        [.. rows.OrderBy(r => r.EarnedOn).Select(r => r.Newcomer())];

    /// <summary>Whom the import could not enrol is refused for that, and not for being unknown.</summary>
    private static IReadOnlyList<RowOutcome> Explained(
        List<LotRow> rows, IReadOnlyList<RowOutcome> outcomes, ImportRun run) =>
    [
        .. outcomes.Select((o, i) => o.Fault?.Code == MemberRefusals.NotFoundCode
            && run.FaultOfNewcomer(rows[i].MemberNo) is { } fault ? new RowOutcome(fault) : o),
    ];

    private static List<LotRow> RowsOf(IReadOnlyList<Entry> entries, ImportRun run) =>
        [.. entries.Select(e => LotRow.Read(run.CellsOf(e.Rows[0])))];

    private static IReadOnlyList<EntryOutcome> Outcomes(
        IReadOnlyList<Entry> entries, List<LotRow> rows, IReadOnlyList<RowOutcome> outcomes) =>
    [
        .. entries.Select((e, i) => new EntryOutcome(
            e, outcomes[i].Fault, outcomes[i].AlreadyThere, 0, outcomes[i] == RowOutcome.Written ? rows[i].Points : 0)),
    ];
}
