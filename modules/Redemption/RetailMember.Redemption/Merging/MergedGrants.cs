using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Merging;

/// <summary>
/// Benefits that were granted by name, as merges note and move them: one for each source. Where both members have one of
/// the same source, each keeps his own.
/// </summary>
internal sealed class MergedGrants(RedemptionDb db)
{
    private const char Separator = '/';

    public async Task<IEnumerable<string>> OfAsync(Guid member, CancellationToken cancel) =>
        (await db.GrantedBenefits.Where(g => g.MemberId == member).Select(g => new { g.BenefitId, g.Source }).ToListAsync(cancel))
        .Select(g => $"{g.BenefitId:N}{Separator}{g.Source}");

    public async Task OwnAsync(IEnumerable<string> noted, Guid from, Guid to, CancellationToken cancel)
    {
        foreach (var note in noted)
        {
            // Older merges noted the benefit alone.
            var (benefit, source) = note.Split(Separator, 2) is [var id, var named]
                ? (Guid.ParseExact(id, "N"), named)
                : (Guid.ParseExact(note, "N"), BenefitGrant.ByHand);
            await db.GrantedBenefits.Where(g => g.MemberId == from && g.BenefitId == benefit && g.Source == source
                    && !db.GrantedBenefits.Any(o => o.MemberId == to && o.BenefitId == benefit && o.Source == source))
                .ExecuteUpdateAsync(set => set.SetProperty(g => g.MemberId, to), cancel);
        }
    }
}
