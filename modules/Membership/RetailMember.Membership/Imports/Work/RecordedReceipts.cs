using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Finds receipts that the books have already, and says whether they are the file's.</summary>
internal sealed class RecordedReceipts(MembershipDb db, MemberLookup lookup, IBrandDirectory brands)
{
    public async Task<Dictionary<Entry, RecordedReceipt>> FindAsync(
        IReadOnlyList<ReceiptEntry> receipts, ImportRun run, CancellationToken cancel)
    {
        var stores = receipts.Select(r => r.Receipt.StoreCode!).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(code => brands.FindStore(run.Brand.Id, code)).OfType<Store>()
            .ToDictionary(s => s.Code, s => s.Id, StringComparer.OrdinalIgnoreCase);
        if (stores.Count == 0) return [];
        int[] storeIds = [.. stores.Values];
        string[] numbers = [.. receipts.Select(r => r.Receipt.ReceiptNo).Distinct()];
        var found = await db.Purchases.AsNoTracking()
            .Where(p => storeIds.Contains(p.StoreId) && numbers.Contains(p.ReceiptNo))
            .Select(p => new { p.StoreId, p.ReceiptNo, p.MemberId, p.PaidFen, p.OccurredAt, p.Operator })
            .ToDictionaryAsync(p => (p.StoreId, p.ReceiptNo), cancel);
        if (found.Count == 0) return [];
        var members = await lookup.FindAsync(run.Brand.Id, [.. receipts.Select(r => r.Receipt.Member).Distinct()], cancel);
        var recorded = new Dictionary<Entry, RecordedReceipt>();
        foreach (var receipt in receipts)
        {
            if (!stores.TryGetValue(receipt.Receipt.StoreCode!, out var store)
                || !found.TryGetValue((store, receipt.Receipt.ReceiptNo), out var purchase))
                continue;
            recorded[receipt.Entry] = new RecordedReceipt(
                purchase.Operator,
                purchase.PaidFen == receipt.AmountFen
                    && purchase.OccurredAt == receipt.Receipt.OccurredAt
                    && members.GetValueOrDefault(receipt.Receipt.Member) == purchase.MemberId);
        }

        return recorded;
    }
}

/// <param name="By">Who recorded it: a till, a person, an import.</param>
/// <param name="IsSame">Same member, amount and time; lines may be in another order.</param>
internal sealed record RecordedReceipt(string By, bool IsSame);
