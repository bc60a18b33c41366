using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Benefits;

/// <inheritdoc cref="IBenefits" />
internal sealed class BenefitDesk(
    RedemptionDb db, BenefitShelf shelf, BenefitGrants grants, Quotas quotas, IVouchers vouchers, IRows rows,
    Sequences sequences, DataSession session) : IBenefits
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberBenefit>>> ReadAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, int? storeId, CancellationToken cancel)
    {
        var entitled = await shelf.OpenAsync(members, on, only: null, cancel);
        Guid[] subjects = [.. entitled.Benefits.Select(b => b.Id)];
        var used = (await db.Quotas.AsNoTracking()
            .Where(q => EF.Parameter(members).Contains(q.MemberId) && EF.Parameter(subjects).Contains(q.Subject))
            .ToListAsync(cancel)).ToDictionary(q => new QuotaKey(q.MemberId, q.Subject, q.Period), q => q.Taken);
        var found = new Dictionary<Guid, IReadOnlyList<MemberBenefit>>();
        foreach (var member in members.Distinct())
        {
            MemberBenefit[] own =
            [
                .. entitled.Benefits.Select(b => (Benefit: b, Share: entitled.ShareOf(b, member, storeId)))
                    .Where(b => b.Share is not null)
                    .Select(b => new MemberBenefit(
                        b.Benefit.Code, b.Share!.Most, used.GetValueOrDefault(b.Benefit.Counter(member, on)))),
            ];
            if (own.Length > 0) found.Add(member, own);
        }

        return found;
    }

    public async Task<IReadOnlyList<BenefitOutcome>> UseAsync(IReadOnlyList<BenefitAsked> uses, CancellationToken cancel)
    {
        var outcomes = new BenefitOutcome[uses.Count];
        foreach (var day in uses.Index().GroupBy(u => u.Item.Occasion.On))
            await UseAsync(day.Key, [.. day], outcomes, cancel);
        return outcomes;
    }

    public Task<IReadOnlyList<BenefitOutcome>> GrantAsync(IReadOnlyList<BenefitGrant> granted, CancellationToken cancel) =>
        grants.GrantAsync(granted, cancel);

    public Task<IReadOnlyList<BenefitOutcome>> RevokeAsync(
        IReadOnlyList<BenefitRevocation> revocations, CancellationToken cancel) => grants.RevokeAsync(revocations, cancel);

    private async Task UseAsync(
        DateOnly on, IReadOnlyList<(int Index, BenefitAsked Item)> asked, BenefitOutcome[] outcomes, CancellationToken cancel)
    {
        var entitled = await shelf.OpenAsync(
            [.. asked.Select(a => a.Item.Member).Distinct()], on, [.. asked.Select(a => a.Item.Benefit).Distinct()], cancel);
        var counters = asked.Where(a => entitled.Find(a.Item.Benefit) is not null)
            .Select(a => entitled.Find(a.Item.Benefit)!.Counter(a.Item.Member, on)).ToList();
        var book = await quotas.OpenAsync(counters, cancel);

        // Read with the counters held: whoever used the key a moment ago has written it.
        string[] keys = [.. asked.Select(a => a.Item.Key).Distinct()];
        var known = await db.BenefitUses.AsNoTracking().Where(u => EF.Parameter(keys).Contains(u.Key))
            .ToDictionaryAsync(u => u.Key, cancel);
        var codes = await CodesAsync([.. known.Values.Select(u => u.BenefitId).Distinct()], cancel);
        foreach (var benefit in entitled.Benefits) codes[benefit.Id] = benefit.Code;
        var fresh = new List<BenefitUse>();
        foreach (var (index, use) in asked)
        {
            var (outcome, row) = await UseAsync(use, entitled, book, known, codes, cancel);
            outcomes[index] = outcome;
            if (row is not null) fresh.Add(row);
        }

        var ids = await sequences.TakeAsync<BenefitUse>(fresh.Count, cancel);
        for (var i = 0; i < fresh.Count; i++) fresh[i].Id = ids[i];
        await rows.InsertAsync(fresh, cancel);
        await book.SaveAsync(cancel);
    }

    private async Task<(BenefitOutcome Outcome, BenefitUse? Row)> UseAsync(
        BenefitAsked asked,
        Entitled entitled,
        QuotaBook book,
        Dictionary<string, BenefitUse> known,
        IReadOnlyDictionary<Guid, string> codes,
        CancellationToken cancel)
    {
        var benefit = entitled.Find(asked.Benefit);
        if (known.TryGetValue(asked.Key, out var first))
            return first.MemberId == asked.Member && codes.GetValueOrDefault(first.BenefitId) == asked.Benefit
                ? (new BenefitOutcome(first.Left, first.VoucherId), null)
                : (No(BenefitRefusals.KeyReused), null);
        if (benefit is null || entitled.ShareOf(benefit, asked.Member, asked.Occasion.StoreId) is not { } share)
            return (No(BenefitRefusals.NotEntitled), null);
        var counter = benefit.Counter(asked.Member, asked.Occasion.On);
        if (book.Taken(counter) >= (share.Most ?? long.MaxValue)) return (No(BenefitRefusals.UsedUp), null);
        Guid? voucher = null;
        if (benefit.Terms.Voucher is { } definition)
        {
            var key = $"benefit/{Guid.CreateVersion7():N}";
            var issue = new VoucherIssue(key, definition, asked.Member, benefit.Code, asked.Occasion);
            var issued = (await vouchers.IssueAsync([issue], cancel))[0];
            if (issued.Refusal is { } code) return (No(code), null);
            voucher = issued.Voucher!.Id;
        }

        book.TryTake(counter, 1, long.MaxValue);
        var left = share.Most - book.Taken(counter);
        var row = Row(asked, benefit, counter.Period, left, voucher);
        known.Add(row.Key, row);
        return (new BenefitOutcome(left, voucher), row);
    }

    /// <summary>Of benefits that were used, withdrawn ones too.</summary>
    private async Task<Dictionary<Guid, string>> CodesAsync(Guid[] benefits, CancellationToken cancel) => benefits.Length == 0
        ? []
        : await db.Benefits.Where(b => EF.Parameter(benefits).Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Code, cancel);

    private BenefitUse Row(BenefitAsked asked, KnownBenefit benefit, string period, long? left, Guid? voucher) => new()
    {
        BrandId = session.Brand!.Value,
        Key = asked.Key,
        BenefitId = benefit.Id,
        MemberId = asked.Member,
        Period = period,
        Left = left,
        VoucherId = voucher,
        StoreId = asked.Occasion.StoreId,
        Operator = asked.Occasion.Operator,
        At = asked.Occasion.At,
    };

    private static BenefitOutcome No(string code) => new(Refusal: code);
}
