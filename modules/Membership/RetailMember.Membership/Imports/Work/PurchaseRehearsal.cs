using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>
/// Looks at receipts as recording would, and writes nothing. What only the judgement of one receipt after the other
/// tells, points and tiers, it does not say.
/// </summary>
internal sealed class PurchaseRehearsal(
    RecordedReceipts recorded, FileEnrolment enrolment, ProgrammeShelf shelf, MembershipDb db, IBrandDirectory brands,
    TimeProvider time)
{
    private static readonly RecordPurchase.Rules Rules = new();

    private readonly HashSet<string> newStores = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IReadOnlyList<EntryOutcome>> RunAsync(
        IReadOnlyList<ReceiptEntry> receipts, ImportRun run, CancellationToken cancel)
    {
        var programmes = run.IsBrandNew ? null : await shelf.OfAsync(db, run.Brand.Id, cancel);
        var unknown = await enrolment.UnknownAsync(run, [.. receipts.Select(r => r.Receipt.Member)], cancel);
        var before = await recorded.FindAsync(receipts, run, cancel);
        if (run.Enrols) run.NewMembers += unknown.Count;
        return [.. receipts.Select(r => Look(r, programmes, unknown, before.GetValueOrDefault(r.Entry), run))];
    }

    private EntryOutcome Look(
        ReceiptEntry entry, BrandProgrammes? programmes, HashSet<string> unknown, RecordedReceipt? before, ImportRun run)
    {
        var receipt = entry.Receipt;
        if (Rules.Validate(receipt) is { IsValid: false } faults)
            return entry.No(RowFault.Of(Refusal.Invalid([.. faults.Errors.Select(ValidationFaults.Of)])));
        if (brands.FindStore(run.Brand.Id, receipt.StoreCode!) is null)
        {
            if (!run.Enrols)
                return entry.No(new RowFault("store.not-found", Columns.StoreCode, ("store", receipt.StoreCode)));
            if (newStores.Add(receipt.StoreCode!)) run.NewStores++;
        }

        if (run.FaultOfNewcomer(receipt.Member) is { } impossible) return entry.No(impossible);
        if (!run.Enrols && unknown.Contains(receipt.Member))
            return entry.No(new RowFault("membership.member-not-found", Columns.MemberNo));
        if (receipt.OccurredAt > time.GetUtcNow().UtcDateTime + ReceiptDesk.ClockTolerance)
            return entry.No(new RowFault("purchase.in-the-future", Columns.OccurredAt));
        if (programmes is not null && programmes.FindAt(receipt.OccurredAt!.Value) is null)
            return entry.No(new RowFault("membership.no-programme", Columns.OccurredAt, ("at", receipt.OccurredAt)));
        return before switch
        {
            { IsSame: false } => entry.No(new RowFault("import.recorded-otherwise", Columns.ReceiptNo)),
            not null => new EntryOutcome(entry.Entry, AlreadyThere: true),
            _ => new EntryOutcome(entry.Entry, AmountFen: entry.AmountFen),
        };
    }
}
