using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>
/// Looks at receipts as recording would, by the same conditions, and writes nothing. What only the judgement of one
/// receipt after the other tells, points and tiers, it does not say.
/// </summary>
internal sealed class PurchaseRehearsal(
    ReceiptScreen screen, RecordedReceipts recorded, FileEnrolment enrolment, MemberLookup lookup, MembershipDb db)
{
    public async Task<IReadOnlyList<EntryOutcome>> RunAsync(
        IReadOnlyList<ReceiptEntry> receipts, ImportRun run, CancellationToken cancel)
    {
        var faults = await screen.FaultsAsync(receipts, run, cancel);
        List<ReceiptEntry> sound = [.. receipts.Where(r => !faults.ContainsKey(r.Entry))];
        string[] numbers = [.. sound.Select(r => r.Receipt.Member)];
        if (run.Enrols)
        {
            enrolment.CountStores(run, sound.Select(r => r.Receipt.StoreCode));
            run.NewMembers += (await enrolment.UnknownAsync(run, numbers, cancel)).Count;
        }

        var statuses = await StatusesAsync(run, numbers, cancel);
        var before = await recorded.FindAsync(sound, run, cancel);
        return [.. receipts.Select(r => faults.TryGetValue(r.Entry, out var fault)
            ? r.No(fault)
            : Look(r, before.GetValueOrDefault(r.Entry), statuses, run))];
    }

    private static EntryOutcome Look(
        ReceiptEntry entry, RecordedReceipt? before, Dictionary<string, MemberStatus> statuses, ImportRun run)
    {
        if (before is { IsSame: false }) return entry.No(new RowFault("import.recorded-otherwise", Columns.ReceiptNo));
        if (before is not null) return new EntryOutcome(entry.Entry, AlreadyThere: true);
        return FaultOf(entry.Receipt.Member, statuses, run) is { } fault
            ? entry.No(fault)
            : new EntryOutcome(entry.Entry, AmountFen: entry.AmountFen);
    }

    private static RowFault? FaultOf(string member, Dictionary<string, MemberStatus> statuses, ImportRun run)
    {
        if (statuses.TryGetValue(member, out var status))
            return ReceiptConditions.Against(status) is { } barred ? RowFault.Of(barred) : null;
        return run.FaultOfNewcomer(member)
            ?? (run.Enrols ? null : new RowFault(MemberRefusals.NotFoundCode, Columns.MemberNo));
    }

    private async Task<Dictionary<string, MemberStatus>> StatusesAsync(
        ImportRun run, string[] numbers, CancellationToken cancel)
    {
        var ids = await lookup.FindAsync(run.Brand.Id, [.. numbers.Distinct()], cancel);
        Guid[] found = [.. ids.Values.Distinct()];
        var statuses = await db.Members.Where(m => EF.Parameter(found).Contains(m.Id))
            .Select(m => new { m.Id, m.Status }).ToDictionaryAsync(m => m.Id, m => m.Status, cancel);
        return ids.Where(i => statuses.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => statuses[i.Value]);
    }
}
