using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Benefits;

/// <summary>Benefits that members have by name: granted for some days, changed, ended.</summary>
internal sealed class BenefitGrants(RedemptionDb db, IRows rows, DataSession session)
{
    public async Task<IReadOnlyList<BenefitOutcome>> GrantAsync(IReadOnlyList<BenefitGrant> grants, CancellationToken cancel)
    {
        var ids = await IdsAsync([.. grants.Select(g => g.Benefit).Distinct()], cancel);
        var open = grants.Where(g => ids.ContainsKey(g.Benefit)).ToList();
        var fresh = open.Select(g => Row(g, ids[g.Benefit])).DistinctBy(g => (g.MemberId, g.BenefitId)).ToList();
        await rows.InsertMissingAsync(fresh, cancel);
        var standing = await LockAsync([.. open.Select(g => g.Member)], cancel);
        foreach (var grant in open)
        {
            var row = standing[(grant.Member, ids[grant.Benefit])];
            (row.From, row.To, row.Reason, row.Revoked) = (grant.From, grant.To, grant.Reason, false);
            (row.MovedBy, row.MovedAt) = (grant.Occasion.Operator, grant.Occasion.At);
        }

        await UpdateAsync(standing, open.Select(g => (g.Member, ids[g.Benefit])), cancel);
        return [.. grants.Select(g => new BenefitOutcome(Refusal: ids.ContainsKey(g.Benefit) ? null : BenefitRefusals.NotFound))];
    }

    public async Task<IReadOnlyList<BenefitOutcome>> RevokeAsync(
        IReadOnlyList<BenefitRevocation> revocations, CancellationToken cancel)
    {
        var ids = await IdsAsync([.. revocations.Select(r => r.Benefit).Distinct()], cancel);
        var standing = await LockAsync([.. revocations.Select(r => r.Member)], cancel);
        var outcomes = new List<BenefitOutcome>(revocations.Count);
        var ended = new HashSet<(Guid, Guid)>();
        foreach (var revocation in revocations)
        {
            var key = (revocation.Member, ids.GetValueOrDefault(revocation.Benefit));
            if (!standing.TryGetValue(key, out var row) || row.Revoked)
            {
                outcomes.Add(new BenefitOutcome(Refusal: BenefitRefusals.NotFound));
                continue;
            }

            (row.Revoked, row.MovedBy, row.MovedAt) = (true, revocation.Occasion.Operator, revocation.Occasion.At);
            ended.Add(key);
            outcomes.Add(new BenefitOutcome());
        }

        await UpdateAsync(standing, ended, cancel);
        return outcomes;
    }

    private Task<Dictionary<string, Guid>> IdsAsync(IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        db.Benefits.AsNoTracking().Where(b => EF.Parameter(codes).Contains(b.Code)).ToDictionaryAsync(b => b.Code, b => b.Id, cancel);

    private async Task<Dictionary<(Guid, Guid), GrantedBenefit>> LockAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await rows.LockAsync<GrantedBenefit, Guid>(g => g.MemberId, [.. members.Distinct()], cancel))
        .Where(g => g.BrandId == session.Brand).ToDictionary(g => (g.MemberId, g.BenefitId));

    private Task UpdateAsync(
        Dictionary<(Guid, Guid), GrantedBenefit> standing, IEnumerable<(Guid, Guid)> changed, CancellationToken cancel) =>
        rows.UpdateAsync([.. changed.Distinct().Select(k => standing[k])], GrantedBenefit.Moving, cancel);

    private GrantedBenefit Row(BenefitGrant grant, Guid benefit) => new()
    {
        BenefitId = benefit,
        MemberId = grant.Member,
        BrandId = session.Brand!.Value,
        Reason = grant.Reason,
        MovedBy = grant.Occasion.Operator,
        MovedAt = grant.Occasion.At,
    };
}
