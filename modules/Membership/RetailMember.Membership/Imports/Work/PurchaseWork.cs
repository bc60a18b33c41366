using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Purchases;
using RetailMember.Values;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Records the receipts of a file, by the very use case that a till calls.</summary>
internal sealed class PurchaseWork(
    PurchaseLanes lanes, PurchaseRehearsal rehearsal, ReceiptScreen screen, RecordedReceipts recorded,
    FileEnrolment enrolment) : ImportWork
{
    public override ImportKind Kind => ImportKind.Purchases;

    public override bool KeyNamesMember => false;

    public override RowPlace Place(Cells cells, int rowNo, Brand brand)
    {
        var row = PurchaseRow.Read(cells, brand);
        return new RowPlace(row.Key, row.Turn, row.MemberNo);
    }

    /// <summary>
    /// Lines of one receipt agree in member and time. In a file that tells lines apart by nothing but their amount, a row
    /// that is there twice is a mistake; where lines have category or quantity, two of them may well be alike.
    /// </summary>
    public override IEnumerable<(ImportRow Row, RowFault Fault)> Conflicts(
        IReadOnlyList<ImportRow> rows, FileLayout layout, PersonalData personal)
    {
        if (rows.Any(r => r.Turn != rows[0].Turn || r.MemberIndex != rows[0].MemberIndex))
            return rows.Select(r => (r, new RowFault("import.lines-disagree")));
        return HasLines(layout)
            ? []
            : Doubles(rows, personal).Select(d => (d.Row, new RowFault("import.row-twice", null, ("first", d.First.RowNo))));
    }

    public override IEnumerable<AlikeRow> Alike(
        IReadOnlyList<ImportRow> rows, FileLayout layout, PersonalData personal) =>
        HasLines(layout) ? Doubles(rows, personal).Select(d => new AlikeRow(d.Row.RowNo, d.First.RowNo)) : [];

    public override async Task<IReadOnlyList<EntryOutcome>> RunAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel)
    {
        List<ReceiptEntry> receipts = [.. entries.Select(e => ReceiptEntry.Of(e, run))];
        var faults = await screen.FaultsAsync(receipts, run, cancel);
        var outcomes = await RecordAsync([.. receipts.Where(r => !faults.ContainsKey(r.Entry))], run, cancel);
        return [.. receipts.Select(r => faults.TryGetValue(r.Entry, out var fault) ? r.No(fault) : outcomes[r.Entry])];
    }

    public override Task<IReadOnlyList<EntryOutcome>> RehearseAsync(
        IReadOnlyList<Entry> entries, ImportRun run, CancellationToken cancel) =>
        rehearsal.RunAsync([.. entries.Select(e => ReceiptEntry.Of(e, run))], run, cancel);

    private async Task<Dictionary<Entry, EntryOutcome>> RecordAsync(
        List<ReceiptEntry> receipts, ImportRun run, CancellationToken cancel)
    {
        if (receipts.Count == 0) return [];
        if (run.Enrols)
        {
            await enrolment.OpenStoresAsync(run, receipts.Select(r => r.Receipt.StoreCode), cancel);
            await enrolment.EnrolAsync(run, [.. receipts.Select(r => r.Newcomer(run))], cancel);
        }

        var outcomes = await lanes.RecordAsync([.. receipts.Select(r => r.Receipt)], run, cancel);
        var before = await recorded.FindAsync(
            [.. receipts.Where((_, i) => outcomes[i].Replayed || outcomes[i].Refusal?.Code == "key.reused")], run, cancel);
        return receipts.Select((r, i) => OutcomeOf(r, outcomes[i], before.GetValueOrDefault(r.Entry), run))
            .ToDictionary(o => o.Entry);
    }

    private static bool HasLines(FileLayout layout) =>
        layout.Has(Columns.Category) || layout.Has(Columns.Quantity) || layout.Has(Columns.ListAmount);

    private static IEnumerable<(ImportRow Row, ImportRow First)> Doubles(
        IReadOnlyList<ImportRow> rows, PersonalData personal) =>
        from same in rows.GroupBy(r => Cells.Write(ImportRun.CellsOf(r.Cells, personal)))
        let first = same.First()
        from row in same.Skip(1)
        select (row, first);

    private static EntryOutcome OutcomeOf(
        ReceiptEntry receipt, UseCases.Outcome<RecordPurchase.Result> outcome, RecordedReceipt? before, ImportRun run)
    {
        if (before is { IsSame: false }) return receipt.No(new RowFault("import.recorded-otherwise", Columns.ReceiptNo));
        if (before is not null && before.By != run.Name) return new EntryOutcome(receipt.Entry, AlreadyThere: true);
        if (before is null && outcome.Refusal is { } refusal)
        {
            var unknown = refusal.Code == MemberRefusals.NotFoundCode;
            return receipt.No((unknown ? run.FaultOfNewcomer(receipt.Receipt.Member) : null) ?? RowFault.Of(refusal));
        }

        return outcome.Accepted
            ? new EntryOutcome(receipt.Entry, AmountFen: outcome.Value.Paid.Fen, Points: outcome.Value.Points)
            : new EntryOutcome(receipt.Entry, AlreadyThere: true);
    }
}

/// <summary>An entry with the receipt that its rows make.</summary>
internal sealed record ReceiptEntry(Entry Entry, RecordPurchase.Input Receipt)
{
    public long AmountFen => Receipt.Amount?.Fen ?? Receipt.Lines.Sum(l => l.Amount!.Value.Fen);

    public static ReceiptEntry Of(Entry entry, ImportRun run) => new(
        entry, PurchaseRow.ReceiptOf([.. entry.Rows.Select(r => PurchaseRow.Read(run.CellsOf(r), run.Brand))]));

    public EntryOutcome No(RowFault fault) => new(Entry, fault);

    /// <summary>Its member as one who joined with this receipt.</summary>
    public MemberRow Newcomer(ImportRun run) => new()
    {
        MemberNo = Receipt.Member,
        JoinedOn = run.Brand.DateOf(Receipt.OccurredAt!.Value),
        StoreCode = Receipt.StoreCode,
    };
}
