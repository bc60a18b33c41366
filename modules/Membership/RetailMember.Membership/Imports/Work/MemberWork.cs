using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Takes over the members of a file.</summary>
internal sealed class MemberWork(UseCaseEntry entry, MemberIntake intake, FileEnrolment enrolment, DataSession session)
    : ImportWork
{
    public override ImportKind Kind => ImportKind.Members;

    public override RowPlace Place(Cells cells, int rowNo, Brand brand)
    {
        var row = MemberRow.Read(cells);
        return new RowPlace(CardNo.Normalise(row.MemberNo), MemberRow.TurnOf(rowNo), row.MemberNo);
    }

    public override IEnumerable<(ImportRow Row, RowFault Fault)> Conflicts(
        IReadOnlyList<ImportRow> rows, FileLayout layout, PersonalData personal) =>
        rows.Skip(1).Select(r => (r, new RowFault("import.row-twice", Columns.MemberNo, ("first", rows[0].RowNo))));

    public override async Task<IReadOnlyList<EntryOutcome>> RunAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel)
    {
        var rows = RowsOf(entries, run);
        if (run.Enrols) await enrolment.OpenStoresAsync(run, rows.Select(r => r.StoreCode), cancel);
        var result = await entry.RunAsync(new EnrolMembers.Input(rows), run.Call, cancel);
        return Outcomes(entries, result.Rows);
    }

    public override async Task<IReadOnlyList<EntryOutcome>> RehearseAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel)
    {
        var rows = RowsOf(entries, run);
        var coming = run.Enrols ? enrolment.CountStores(run, rows.Select(r => r.StoreCode)) : null;
        await session.BeginAsync(cancel);
        try
        {
            var outcomes = await intake.AdmitAsync(rows, numbersOnly: false, run.Call, cancel, coming);
            return Outcomes(entries, [.. rows.Select((r, i) => OfFile(r, outcomes[i], run))]);
        }
        finally
        {
            await session.RollbackAsync();
        }
    }

    /// <summary>A mobile that an earlier step's row has brought is that row's; in a run the books would say so.</summary>
    private static RowOutcome OfFile(MemberRow row, RowOutcome outcome, ImportRun run) =>
        outcome.Fault is null && Mobile.TryParse(row.Mobile, out var mobile)
        && run.FirstWith(mobile.Number, row.MemberNo) is var first && !CardNo.IsSame(first, row.MemberNo)
            ? RowOutcome.No("membership.already-member", Columns.Mobile, ("memberNo", first))
            : outcome;

    private static List<MemberRow> RowsOf(IReadOnlyList<Entry> entries, ImportRun run) =>
        [.. entries.Select(e => MemberRow.Read(run.CellsOf(e.Rows[0])))];

    private static IReadOnlyList<EntryOutcome> Outcomes(IReadOnlyList<Entry> entries, IReadOnlyList<RowOutcome> outcomes) =>
        [.. entries.Select((e, i) => new EntryOutcome(e, outcomes[i].Fault, outcomes[i].AlreadyThere))];
}
