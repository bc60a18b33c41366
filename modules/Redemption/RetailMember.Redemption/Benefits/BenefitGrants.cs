using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Benefits;

/// <summary>Benefits that members have by name: granted for some days, changed, ended, each source for itself.</summary>
internal sealed class BenefitGrants(RedemptionDb db, IRows rows, DataSession session)
{
    public async Task<IReadOnlyList<BenefitOutcome>> GrantAsync(IReadOnlyList<BenefitGrant> grants, CancellationToken cancel)
    {
        var ids = await IdsAsync([.. grants.Select(g => g.Benefit).Distinct()], cancel);
        var open = grants.Where(g => ids.ContainsKey(g.Benefit)).ToList();
        await rows.InsertMissingAsync([.. open.Select(g => Row(g, ids[g.Benefit])).DistinctBy(KeyOf)], cancel);
        var standing = (await LockAsync([.. open.Select(g => g.Member)], cancel)).ToDictionary(KeyOf);
        var moved = new HashSet<GrantedBenefit>();
        foreach (var grant in open)
        {
            var row = standing[(grant.Member, ids[grant.Benefit], grant.Source)];
            (row.From, row.To, row.Reason, row.Revoked) = (grant.From, grant.To, grant.Reason, false);
            (row.MovedBy, row.MovedAt) = (grant.Occasion.Operator, grant.Occasion.At);
            moved.Add(row);
        }

        await rows.UpdateAsync([.. moved], GrantedBenefit.Moving, cancel);
        return [.. grants.Select(g => new BenefitOutcome(Refusal: ids.ContainsKey(g.Benefit) ? null : BenefitRefusals.NotFound))];
    }

    public async Task<IReadOnlyList<BenefitOutcome>> RevokeAsync(
        IReadOnlyList<BenefitRevocation> revocations, CancellationToken cancel)
    {
        var ids = await IdsAsync([.. revocations.Select(r => r.Benefit).Distinct()], cancel);
        var granted = (await LockAsync([.. revocations.Select(r => r.Member)], cancel)).ToLookup(g => (g.MemberId, g.BenefitId));
        var outcomes = new List<BenefitOutcome>(revocations.Count);
        var ended = new List<GrantedBenefit>();
        foreach (var revocation in revocations)
        {
            var standing = granted[(revocation.Member, ids.GetValueOrDefault(revocation.Benefit))]
                .Where(g => !g.Revoked && (revocation.Source is null || g.Source == revocation.Source)).ToList();
            foreach (var row in standing)
                (row.Revoked, row.MovedBy, row.MovedAt) = (true, revocation.Occasion.Operator, revocation.Occasion.At);
            ended.AddRange(standing);
            outcomes.Add(new BenefitOutcome(Refusal: standing.Count > 0 ? null : BenefitRefusals.NotFound));
        }

        await rows.UpdateAsync(ended, GrantedBenefit.Moving, cancel);
        return outcomes;
    }

    private Task<Dictionary<string, Guid>> IdsAsync(IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        db.Benefits.AsNoTracking().Where(b => EF.Parameter(codes).Contains(b.Code)).ToDictionaryAsync(b => b.Code, b => b.Id, cancel);

    private async Task<IEnumerable<GrantedBenefit>> LockAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await rows.LockAsync<GrantedBenefit, Guid>(g => g.MemberId, [.. members.Distinct()], cancel))
        .Where(g => g.BrandId == session.Brand);

    private static (Guid Member, Guid Benefit, string Source) KeyOf(GrantedBenefit row) =>
        (row.MemberId, row.BenefitId, row.Source);

    private GrantedBenefit Row(BenefitGrant grant, Guid benefit) => new()
    {
        BenefitId = benefit,
        MemberId = grant.Member,
        Source = grant.Source,
        BrandId = session.Brand!.Value,
        Reason = grant.Reason,
        MovedBy = grant.Occasion.Operator,
        MovedAt = grant.Occasion.At,
    };
}
