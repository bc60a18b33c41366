using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// Reads members with their past, a page at a time: a handful of statements for all of the page, past EF's tracking, by
/// the indexes on members. The brand is asked for in a way that no database has an index for: the one on members is shorter.
/// </summary>
internal sealed class FactsReader(MembershipDb db, IRows rows, ReceiptContents contents, PointsHistory balances)
{
    private static readonly DateTime Earliest = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The members after this one, in the order of their keys; none: there are no more.</summary>
    public async Task<FactsPage> NextAsync(ReplayPlan plan, Guid? after, int count, CancellationToken cancel)
    {
        var members = await MembersAsync(plan.Window, after, count, cancel);
        if (members.Count == 0) return FactsPage.None;
        var page = new FactsPage(
            members[^1].Id, members.ToDictionary(m => m.Id, m => new MemberFacts(m)), plan.Window.Brand.Id, members[0].Id);
        await StepsAsync(page, cancel);
        await ReceiptsAsync(plan, page, cancel);
        await RefundsAsync(plan, page, cancel);
        await ParticipationsAsync(page, cancel);
        await AwardsAsync(page, cancel);
        await contents.AddAsync(plan.Window, page, cancel);
        await RenewalsAsync(page, cancel);
        if (plan.LooksAtBirthdays) await BirthdaysAsync(page, cancel);
        foreach (var facts in page.Members.Values) facts.Sort(plan.Window);
        await DeepenAsync(plan, page, cancel);
        if (plan.LooksAtBalances) await balances.AddAsync(plan.Window, page.Members.Values, cancel);
        return page;
    }

    private Task<List<Member>> MembersAsync(ReplayWindow window, Guid? after, int count, CancellationToken cancel)
    {
        var members = db.Members.AsNoTracking()
            .Where(m => m.Status == MemberStatus.Active || m.Status == MemberStatus.Closed);
        if (after is { } last) members = members.Where(m => m.Id > last);
        return members.OrderBy(m => m.Id).Take(count).Select(m => new Member
        {
            Id = m.Id,
            BrandId = m.BrandId,
            PersonId = m.PersonId,
            MemberNo = m.MemberNo,
            JoinedOn = m.JoinedOn,
            Tier = m.Tier,
            TierSince = m.TierSince,
            CarriedTier = m.CarriedTier,
            PeriodStart = m.PeriodStart,
            ExtendedTier = m.ExtendedTier,
            ExtendedOn = m.ExtendedOn,
            ExtendedUntil = m.ExtendedUntil,
            MetricsEpoch = m.MetricsEpoch,
            SpendFen = m.SpendFen,
            Purchases = m.Purchases,
            Growth = m.Growth,
            PointsEarned = m.PointsEarned,
            Participation = m.Participation,
            LifetimeSpendFen = m.LifetimeSpendFen,
            LifetimePurchases = m.LifetimePurchases,
            LifetimeGrowth = m.LifetimeGrowth,
            LifetimePointsEarned = m.LifetimePointsEarned,
            LifetimeParticipation = m.LifetimeParticipation,
        }).ToListAsync(cancel);
    }

    private async Task StepsAsync(FactsPage page, CancellationToken cancel)
    {
        var steps = await rows.SelectAsync<TierChange>(
            $"WHERE member_id >= {page.First} AND member_id <= {page.Last} AND brand_id + 0 = {page.BrandId}", cancel);
        foreach (var step in steps) page.Find(step.MemberId)?.Steps.Add(step);
    }

    private async Task ReceiptsAsync(ReplayPlan plan, FactsPage page, CancellationToken cancel)
    {
        var receipts = await rows.SelectAsync<Purchase>(
            $"""
            WHERE member_id >= {page.First} AND member_id <= {page.Last} AND brand_id + 0 = {page.BrandId}
            AND occurred_at >= {plan.HistoryFrom ?? Earliest} AND occurred_at < {plan.HistoryTo ?? Latest}
            """, cancel);
        foreach (var receipt in receipts) page.Add(receipt);
    }

    private async Task RefundsAsync(ReplayPlan plan, FactsPage page, CancellationToken cancel)
    {
        var refunds = await rows.SelectAsync<Refund>(
            $"WHERE member_id >= {page.First} AND member_id <= {page.Last} AND brand_id + 0 = {page.BrandId}", cancel);
        refunds.RemoveAll(r => page.Find(r.MemberId) is null);
        if (refunds.Count == 0) return;
        var byReceipt = refunds.ToLookup(r => r.PurchaseId);
        Guid[] older =
        [
            .. byReceipt.Where(g => !page.Receipts.ContainsKey(g.Key)
                    && (plan.ResetsOnPromotion || g.Any(r => r.OccurredAt >= plan.Window.Start)))
                .Select(g => g.Key),
        ];
        foreach (var purchase in await rows.ReadAsync<Purchase, Guid>(p => p.Id, older, cancel))
            page.Older[purchase.Id] = new ReceiptFacts(purchase);
        var tenders = (await rows.ReadAsync<RefundTender, Guid>(t => t.RefundId, [.. refunds.Select(r => r.Id)], cancel))
            .ToLookup(t => t.RefundId, t => t.AmountFen);
        Guid[] refunded = [.. byReceipt.Select(g => g.Key)];
        var tendered = (await rows.ReadAsync<PurchaseTender, Guid>(t => t.PurchaseId, refunded, cancel))
            .Select(t => t.PurchaseId).ToHashSet();
        foreach (var own in byReceipt)
            if (page.Receipts.GetValueOrDefault(own.Key) is { } receipt || page.Older.TryGetValue(own.Key, out receipt))
                page.Find(own.First().MemberId)!.Refunds.AddRange(
                    RefundFacts.Of(receipt, tendered.Contains(own.Key), own.Select(r => (r, tenders[r.Id].Sum()))));
    }

    private async Task ParticipationsAsync(FactsPage page, CancellationToken cancel)
    {
        var participations = await rows.SelectAsync<Participation>(
            $"WHERE member_id >= {page.First} AND member_id <= {page.Last} AND brand_id + 0 = {page.BrandId}", cancel);
        foreach (var once in participations) page.Find(once.MemberId)?.Participations.Add(once);
    }

    private async Task AwardsAsync(FactsPage page, CancellationToken cancel)
    {
        var awards = await rows.SelectAsync<MemberAward>(
            $"""
            WHERE member_id >= {page.First} AND member_id <= {page.Last} AND brand_id + 0 = {page.BrandId}
            AND (growth > 0 OR tier_to IS NOT NULL)
            """, cancel);
        foreach (var award in awards) page.Find(award.MemberId)?.Awards.Add(award);
    }

    private async Task RenewalsAsync(FactsPage page, CancellationToken cancel)
    {
        var renewals = await db.CardRenewals.AsNoTracking()
            .Where(r => r.MemberId >= page.First && r.MemberId <= page.Last).ToListAsync(cancel);
        foreach (var (member, his) in CardRenewal.ByMember(renewals))
            if (page.Find(member) is { } facts) facts.Renewals = his;
    }

    private async Task BirthdaysAsync(FactsPage page, CancellationToken cancel)
    {
        var born = await db.Members.AsNoTracking().Where(m => m.Id >= page.First && m.Id <= page.Last)
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { m.Id, p.Birthday }).ToListAsync(cancel);
        foreach (var person in born)
            if (page.Find(person.Id) is { } facts) facts.Birthday = person.Birthday;
    }

    /// <summary>Where a refund may ask for earlier terms to be judged again, the whole past is read.</summary>
    private async Task DeepenAsync(ReplayPlan plan, FactsPage page, CancellationToken cancel)
    {
        if (plan.HistoryFrom is not { } from) return;
        foreach (var facts in page.Members.Values)
        {
            if (!plan.JudgesAnew(facts)) continue;
            var older = await rows.SelectAsync<Purchase>(
                $"WHERE member_id = {facts.Now.Id} AND occurred_at < {from}", cancel);
            facts.Receipts.AddRange(older.Select(p => page.Older.GetValueOrDefault(p.Id) ?? new ReceiptFacts(p)));
            facts.Sort(plan.Window);
        }
    }
}
