using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// Finds out again who has the awards of every sales campaign, by its sales as they stand: he has each once and whole, and
/// nobody else has anything of it.
/// </summary>
internal sealed class AwardAudit(StoredValueDb db, CampaignAwards awards)
{
    /// <summary>Codes of campaigns whose awards are missing, doubled, in part or somebody else's.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancel)
    {
        var given = (await db.CommissionLines.AsNoTracking().Where(l => l.Campaign != null)
            .GroupBy(l => new { l.Campaign, l.Kind, l.SaleId, l.SellerId })
            .Select(g => new AwardHeld(g.Key.Campaign!, g.Key.Kind, g.Key.SaleId!.Value, g.Key.SellerId, g.Sum(l => l.Fen)))
            .ToListAsync(cancel))
            .Where(h => h.Fen != 0).ToLookup(h => (h.Campaign, h.Kind));
        var wrong = new List<string>();
        foreach (var campaign in await db.SalesCampaigns.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel))
        {
            var sales = await awards.SalesAsync(campaign.Code, cancel);
            var holds = CampaignAwards.Owners(campaign, sales)
                .All(o => o.IsHeldBy([.. given[(campaign.Code, o.Kind)]], sales));
            if (!holds) wrong.Add(campaign.Code);
        }

        return wrong;
    }
}
