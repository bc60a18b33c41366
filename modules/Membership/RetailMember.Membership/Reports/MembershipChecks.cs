using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>Holds members, receipts and refunds against each other and against the ledger, brand by brand.</summary>
internal sealed class MembershipChecks(MembershipDb db, ILedger ledger)
{
    private const int ReceiptsAtOnce = 1_000;

    /// <summary>What does not add up in the call's brand; nothing in sound books.</summary>
    public async Task<IReadOnlyList<MembershipBreach>> FindAsync(CancellationToken cancel)
    {
        var found = new List<MembershipBreach>();
        await LookAsync("refunds-are-not-receipt", RefundsDiffer().Select(p => p.ReceiptNo));
        await LookAsync("spend-is-not-receipts", SpendDiffers().Select(m => m.MemberNo));
        await LookAsync("tenders-are-not-receipt", TendersDiffer().Select(p => p.ReceiptNo));
        await LookAsync("tender-is-not-lines", TenderLinesDiffer().Select(p => p.ReceiptNo));
        found.AddRange(await PostingsDifferAsync(cancel));
        return found;

        async Task LookAsync(string code, IQueryable<string> wrong)
        {
            var count = await wrong.LongCountAsync(cancel);
            if (count > 0) found.Add(new MembershipBreach(code, count, await wrong.Order().FirstAsync(cancel)));
        }
    }

    private IQueryable<Purchase> RefundsDiffer() => db.Purchases.Where(p =>
        p.RefundedFen != db.Refunds.Where(r => r.PurchaseId == p.Id).Sum(r => r.AmountFen)
        || p.RefundedPoints != db.Refunds.Where(r => r.PurchaseId == p.Id).Sum(r => r.PointsTaken));

    private IQueryable<Member> SpendDiffers() => db.Members.Where(m =>
        m.LifetimeSpendFen != db.Purchases.Where(p => p.MemberId == m.Id).Sum(p => p.EarningFen - p.RefundedEarningFen));

    /// <summary>Where tenders paid, they and the money are all that was paid, and all that was given back.</summary>
    private IQueryable<Purchase> TendersDiffer() => db.Purchases.Where(p =>
        db.PurchaseTenders.Any(t => t.PurchaseId == p.Id)
        && (p.PaidFen - p.EarningFen != db.PurchaseTenders.Where(t => t.PurchaseId == p.Id).Sum(t => t.AmountFen)
            || p.RefundedFen - p.RefundedEarningFen
                != db.PurchaseTenders.Where(t => t.PurchaseId == p.Id).Sum(t => t.RefundedFen)));

    private IQueryable<Purchase> TenderLinesDiffer() => db.Purchases.Where(p => db.PurchaseTenders.Any(t =>
        t.PurchaseId == p.Id
        && (t.AmountFen != db.PurchaseTenderLines
                .Where(l => l.PurchaseId == t.PurchaseId && l.Number == t.Number).Sum(l => l.AmountFen)
            || t.RefundedFen != db.PurchaseTenderLines
                .Where(l => l.PurchaseId == t.PurchaseId && l.Number == t.Number).Sum(l => l.RefundedFen))));

    /// <summary>Every receipt's points stand in the ledger as the receipt says.</summary>
    private async Task<IEnumerable<MembershipBreach>> PostingsDifferAsync(CancellationToken cancel)
    {
        var (wrong, first) = (0L, "");
        Guid? last = null;
        while (true)
        {
            var receipts = await NextAsync(last, cancel);
            if (receipts.Count == 0) break;
            var entries = await ledger.ReadEntriesAsync([.. receipts.Select(p => p.PointsKey)], cancel);
            foreach (var receipt in receipts)
            {
                if (entries.TryGetValue(receipt.PointsKey, out var entry) && entry.Amount == receipt.Points) continue;
                if (wrong++ == 0) first = receipt.ReceiptNo;
            }

            last = receipts[^1].Id;
        }

        return wrong == 0 ? [] : [new MembershipBreach("points-are-not-posting", wrong, first)];
    }

    private Task<List<Purchase>> NextAsync(Guid? last, CancellationToken cancel)
    {
        var granted = db.Purchases.AsNoTracking().Where(p => p.Points > 0);
        if (last is { } after) granted = granted.Where(p => p.Id > after);
        return granted.OrderBy(p => p.Id).Take(ReceiptsAtOnce).ToListAsync(cancel);
    }
}

/// <summary>One kind of fault.</summary>
/// <param name="First">The lowest receipt or member number that has it; another module's may be a key.</param>
internal sealed record MembershipBreach(string Code, long Count, string First);
