using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Reports;

/// <summary>Holds members, receipts and refunds against each other and against the ledger, brand by brand.</summary>
internal sealed class MembershipChecks(
    MembershipDb db, DataSession session, ProgrammeShelf shelf, PostingChecks postings, AwardChecks awards)
{
    /// <summary>What does not add up in the call's brand; nothing in sound books.</summary>
    public async Task<IReadOnlyList<MembershipBreach>> FindAsync(CancellationToken cancel)
    {
        var found = new List<MembershipBreach>();
        await LookAsync("refunds-are-not-receipt", RefundsDiffer().Select(p => p.ReceiptNo));
        await LookAsync("spend-is-not-receipts", SpendDiffers().Select(m => m.MemberNo));
        await LookAsync("tenders-are-not-receipt", TendersDiffer().Select(p => p.ReceiptNo));
        await LookAsync("tender-is-not-lines", TenderLinesDiffer().Select(p => p.ReceiptNo));
        await LookAsync("purchases-are-not-receipts", PurchasesDiffer().Select(m => m.MemberNo));
        await LookAsync("lifetime-metrics-are-not-receipts", LifetimeDiffers().Select(m => m.MemberNo));
        if (await RunningDiffersAsync(cancel) is { } differs)
            await LookAsync("running-metrics-are-not-receipts", differs.Select(m => m.MemberNo));
        found.AddRange(await postings.FindAsync(cancel));
        found.AddRange(await awards.FindAsync(cancel));
        return found;

        async Task LookAsync(string code, IQueryable<string> wrong)
        {
            var count = await wrong.LongCountAsync(cancel);
            if (count > 0) found.Add(new MembershipBreach(code, count, await wrong.Order().FirstAsync(cancel)));
        }
    }

    private IQueryable<Purchase> RefundsDiffer() => db.Purchases.Where(p =>
        p.RefundedFen != db.Refunds.Where(r => r.PurchaseId == p.Id).Sum(r => r.AmountFen)
        || p.RefundedPoints != db.Refunds.Where(r => r.PurchaseId == p.Id).Sum(r => r.PointsTaken)
        || p.RefundedGrowth != db.Refunds.Where(r => r.PurchaseId == p.Id).Sum(r => r.GrowthTaken));

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

    /// <summary>A receipt of nothing is no purchase, and one that is wholly refunded counts no more.</summary>
    private IQueryable<Member> PurchasesDiffer() => db.Members.Where(m =>
        m.LifetimePurchases != db.Purchases.LongCount(p =>
            p.MemberId == m.Id && p.PaidFen > 0 && p.RefundedFen != p.PaidFen));

    private IQueryable<Member> LifetimeDiffers() => db.Members.Where(m =>
        m.LifetimeGrowth != db.Purchases.Where(p => p.MemberId == m.Id).Sum(p => p.Growth - p.RefundedGrowth)
            + db.MemberAwards.Where(a => a.MemberId == m.Id).Sum(a => a.Growth - a.GrowthTaken)
        || m.LifetimeParticipation != db.Participations.LongCount(p => p.MemberId == m.Id));

    /// <summary>
    /// What counts towards the tier is what the receipts of the member's epoch say. Told only where nothing else moved it:
    /// no version resets on promotion, and none turns between a lifetime and periods.
    /// </summary>
    private async Task<IQueryable<Member>?> RunningDiffersAsync(CancellationToken cancel)
    {
        if (session.Brand is not { } brand) return null;
        var tierSets = (await shelf.OfAsync(db, brand, cancel)).OldestFirst.Select(v => v.Programme.Document.TierSet).ToList();
        if (tierSets.Any(t => t.ResetOnPromotion)) return null;
        if (tierSets.Select(t => t.Period == QualificationPeriod.Lifetime).Distinct().Count() != 1) return null;
        return db.Members.Where(m =>
            m.SpendFen != db.Purchases.Where(p => p.MemberId == m.Id && p.MetricsEpoch == m.MetricsEpoch)
                .Sum(p => p.EarningFen - p.RefundedEarningFen)
            || m.Purchases != db.Purchases.LongCount(p => p.MemberId == m.Id && p.MetricsEpoch == m.MetricsEpoch
                && p.PaidFen > 0 && p.RefundedFen != p.PaidFen));
    }
}

/// <summary>One kind of fault.</summary>
/// <param name="First">The lowest receipt or member number that has it; another module's may be a key.</param>
internal sealed record MembershipBreach(string Code, long Count, string First);
