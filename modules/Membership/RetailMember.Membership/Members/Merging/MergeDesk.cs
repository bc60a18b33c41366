using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>Fetches two members who may be one person, and says why they cannot be made one.</summary>
internal sealed class MergeDesk(
    MembershipDb db, IRows rows, MemberDesk desk, PersonIndex index, ProgrammeShelf shelf, MemberPasts pasts, MergedRows moves)
{
    /// <summary>The keys of survivor and duplicate. Refuses whoever is named twice, or has been merged into another one.</summary>
    public async Task<(Guid Survivor, Guid Duplicate)> FindAsync(
        string survivor, string duplicate, CallContext call, CancellationToken cancel)
    {
        var stays = await FindAsync(survivor, call, cancel);
        var goes = await FindAsync(duplicate, call, cancel);
        return stays == goes ? throw new Refusal("membership.merge-with-oneself", RefusalKind.Conflict) : (stays, goes);
    }

    /// <summary>Members may be merged while both are there and the duplicate is nobody's survivor: no rings, no chains.</summary>
    public async Task CheckAsync(Member survivor, Member duplicate, CancellationToken cancel)
    {
        if (survivor.Status == MemberStatus.Merged) throw AlreadyMerged(survivor);
        if (duplicate.Status == MemberStatus.Merged) throw AlreadyMerged(duplicate);
        if (survivor.Status != MemberStatus.Active) throw NotActive(survivor);
        if (duplicate.Status is not (MemberStatus.Active or MemberStatus.Closed)) throw NotActive(duplicate);
        if (await db.Members.AnyAsync(m => m.MergedIntoId == duplicate.Id, cancel))
            throw new Refusal("membership.merge-of-survivor", RefusalKind.Conflict, ("memberNo", duplicate.MemberNo));
    }

    public async Task<MergePlan> PlanAsync(
        Member survivor, Member duplicate, Guid merge, CallContext call, CancellationToken cancel)
    {
        var free = (await moves.FreeParticipationsAsync(duplicate.Id, survivor.Id, cancel)).Count;
        var bought = (await TotalsOfAsync(duplicate.Id, cancel)).ToList();
        // What both took part in on one day stays with the duplicate.
        if (free != bought.Sum(t => t.Metrics.Participation))
            bought = [.. await WithoutTwiceAsync(bought, duplicate.Id, survivor.Id, cancel)];
        return MergePlan.Of(survivor, duplicate, bought, await OccasionAsync(merge, call, cancel));
    }

    public async Task<MergeOccasion> OccasionAsync(Guid merge, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        return new MergeOccasion(
            merge, call.At, brand.DateOf(call.At), new QualificationCalendar(programmes, brand), programmes.At(call.At),
            programmes.ResetOnPromotion);
    }

    public async Task<(Member Survivor, Member Duplicate)> LockAsync(Guid survivor, Guid duplicate, CancellationToken cancel)
    {
        var both = await rows.LockAsync<Member, Guid>(m => m.Id, [survivor, duplicate], cancel);
        return (both.Single(m => m.Id == survivor), both.Single(m => m.Id == duplicate));
    }

    public async Task<IReadOnlyList<DayTotal>> TotalsOfAsync(Guid member, CancellationToken cancel) =>
        (await pasts.OfAsync([member], cancel))[member].Totals();

    private async Task<IEnumerable<DayTotal>> WithoutTwiceAsync(
        List<DayTotal> totals, Guid duplicate, Guid survivor, CancellationToken cancel)
    {
        var moving = await moves.FreeParticipationsAsync(duplicate, survivor, cancel);
        return totals.Select(t => t with { Metrics = t.Metrics with { Participation = 0 } })
            .Concat(moving.Select(p => new DayTotal(p.On, p.MetricsEpoch, new TierMetrics { Participation = 1 })));
    }

    private async Task<Guid> FindAsync(string identifier, CallContext call, CancellationToken cancel)
    {
        var id = await desk.IdAsync(call, identifier, cancel);
        var code = CardNo.Normalise(identifier);
        var mobile = Mobile.TryParse(identifier, out var number) ? index.OfMobile(number) : "";
        var merged = await db.Members.AsNoTracking().FirstOrDefaultAsync(
            m => m.MergedIntoId == id
                && (m.NumberKey == code || db.People.Any(p => p.Id == m.PersonId && p.MobileIndex == mobile)), cancel);
        return merged is null ? id : throw AlreadyMerged(merged);
    }

    private static Refusal AlreadyMerged(Member member) =>
        new("membership.merged-already", RefusalKind.Conflict, ("memberNo", member.MemberNo));

    private static Refusal NotActive(Member member) =>
        MemberRefusals.NotActive(member.MemberNo);
}
