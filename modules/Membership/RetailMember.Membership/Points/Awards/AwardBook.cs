using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Points.Awards;

/// <inheritdoc cref="IMemberAwards" />
internal sealed class AwardBook(
    MembershipDb db, IRows rows, ProgrammeShelf shelf, IBrandDirectory brands, DataSession session, ILedger ledger, IEvents events,
    AwardTaker taker) : IMemberAwards
{
    public async Task<IReadOnlyDictionary<Guid, MemberSummary>> HoldAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await LockAsync(members, cancel)).ToDictionary(m => m.Key, m => new MemberSummary(
            m.Value.Id, m.Value.MemberNo, m.Value.Status == MemberStatus.Active, m.Value.Tier, m.Value.JoinedOn)
        {
            LastPurchaseAt = m.Value.LastPurchaseAt, StoreId = m.Value.StoreId,
        });

    public async Task<IReadOnlyList<AwardOutcome>> GrantAsync(IReadOnlyList<AwardGrant> awards, CancellationToken cancel)
    {
        if (awards.Count == 0) return [];
        var members = await LockAsync([.. awards.Select(a => a.Member)], cancel);
        var known = await KnownAsync([.. awards.Select(a => a.Key).Distinct()], cancel);
        var brand = brands.Find(session.Brand!.Value)!;
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var (outcomes, given) = (new AwardOutcome[awards.Count], new List<(int Index, AwardWork Work)>());
        for (var i = 0; i < awards.Count; i++)
        {
            outcomes[i] = Decide(awards[i], members, known, programmes)!;
            if (outcomes[i] is not null) continue;
            var member = members[awards[i].Member];
            var took = awards[i].Activity is { } activity && !await TookPartAsync(member, activity, awards[i].Occasion.On, cancel);
            var work = AwardWork.Of(awards[i], member, programmes, new QualificationCalendar(programmes, brand), took);
            known.Add(awards[i].Key, work.Award);
            given.Add((i, work));
            // Growth first and the tier after it, so that the row says what the award itself raised.
            outcomes[i] = work.Outcome;
        }

        await WriteAsync([.. given.Select(g => g.Work)], cancel);
        return outcomes;
    }

    public async Task<IReadOnlyList<AwardUndone>> UndoAsync(IReadOnlyList<AwardUndo> undoings, CancellationToken cancel)
    {
        if (undoings.Count == 0) return [];
        string[] keys = [.. undoings.Select(u => u.Key).Distinct()];
        var members = await LockAsync([.. (await KnownAsync(keys, cancel)).Values.Select(a => a.MemberId)], cancel);
        var known = await KnownAsync(keys, cancel);
        var outcomes = new List<AwardUndone>(undoings.Count);
        foreach (var undo in undoings)
            outcomes.Add(known.TryGetValue(undo.Key, out var award)
                ? await taker.TakeAsync(award, members[award.MemberId], undo, cancel)
                : new AwardUndone(0, 0, Refusal: AwardRefusals.NotFound));
        return outcomes;
    }

    public async Task<long> TakenBehindAsync(string key, long since, CancellationToken cancel)
    {
        if (!(await KnownAsync([key], cancel)).TryGetValue(key, out var award)) return 0;
        var places = await ledger.ReadPlacesAsync([award.PointsKey], cancel);
        if (!places.TryGetValue(award.PointsKey, out var given)) return 0;
        var came = await db.MemberMerges.AsNoTracking()
            .Where(m => m.SurvivorId == given.Owner && m.UndoneAt == null && m.At < award.GivenAt)
            .Select(m => m.DuplicateId).ToListAsync(cancel);
        return -(await ledger.ReadReversalsAsync(award.MemberId, MembershipUnits.Points, since, cancel))
            .Where(r => r.Undone.Id < given.Id && (r.Undone.Owner == given.Owner || came.Contains(r.Undone.Owner)))
            .Sum(r => r.Amount);
    }

    public async Task<IReadOnlyList<AwardRecord>> WalkAsync(
        string keyPrefix, string? after, int count, CancellationToken cancel)
    {
        var from = after ?? keyPrefix;
        return await db.MemberAwards.AsNoTracking()
            .Where(a => a.Key.StartsWith(keyPrefix) && string.Compare(a.Key, from) > 0)
            .OrderBy(a => a.Key).Take(count)
            .Select(a => new AwardRecord(a.Key, a.MemberId, a.Points, a.PointsTaken, a.Growth, a.WithdrawnAt != null))
            .ToListAsync(cancel);
    }

    /// <summary>The answer where nothing is to be given; null where there is.</summary>
    private static AwardOutcome? Decide(
        AwardGrant grant, Dictionary<Guid, Member> members, Dictionary<string, MemberAward> known, BrandProgrammes programmes)
    {
        if (known.TryGetValue(grant.Key, out var before))
            return before.MemberId == grant.Member
                ? new AwardOutcome(before.Points, before.Growth, before.TierFrom, before.TierTo, Replayed: true)
                : AwardOutcome.Refused(AwardRefusals.KeyReused);
        if (members.GetValueOrDefault(grant.Member) is not { Status: MemberStatus.Active })
            return AwardOutcome.Refused(AwardRefusals.NotActive);
        return grant.Tier is { } tier && programmes.At(grant.Occasion.At).Programme.Ladder.Find(tier) is null
            ? AwardOutcome.Refused(AwardRefusals.TierUnknown)
            : null;
    }

    private async Task WriteAsync(IReadOnlyList<AwardWork> given, CancellationToken cancel)
    {
        if (given.Count == 0) return;
        var outcomes = await ledger.PostAsync([.. given.SelectMany(g => g.Postings())], cancel);
        if (outcomes.FirstOrDefault(o => o.Status == PostingStatus.Refused) is { Code: { } code })
            throw new UseCases.Refusal(code, UseCases.RefusalKind.Conflict);
        await rows.InsertAsync([.. given.Select(g => g.Award)], cancel);
        await rows.InsertAsync([.. given.Select(g => g.Participation).OfType<Participation>()], cancel);
        await rows.InsertAsync([.. given.SelectMany(g => g.Changes)], cancel);
        await rows.UpdateAsync([.. given.Select(g => g.Member).Distinct()], Member.Progress, cancel);
        foreach (var change in given.SelectMany(g => g.Changes).Where(c => c.From != c.To))
            events.Add(new TierChanged(change.BrandId, change.MemberId, change.From, change.To));
    }

    private Task<bool> TookPartAsync(Member member, string activity, DateOnly on, CancellationToken cancel) =>
        db.Participations.AnyAsync(p => p.MemberId == member.Id && p.On == on && p.Activity == activity, cancel);

    private async Task<Dictionary<Guid, Member>> LockAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        if (members.Count == 0) return [];
        var locked = await rows.LockAsync<Member, Guid>(m => m.Id, [.. members.Distinct()], cancel);
        return locked.Where(m => m.BrandId == session.Brand).ToDictionary(m => m.Id);
    }

    private Task<Dictionary<string, MemberAward>> KnownAsync(string[] keys, CancellationToken cancel) =>
        db.MemberAwards.AsNoTracking().Where(a => EF.Parameter(keys).Contains(a.Key)).ToDictionaryAsync(a => a.Key, cancel);
}
