using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>Counts gifts of rules in the database, by day, so that however many there are few lines come back.</summary>
internal sealed class GiftStatistics(RedemptionDb db)
{
    /// <param name="rule">One rule; null: all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<GiftCounts.Line>> ReadAsync(Guid? rule, CancellationToken cancel)
    {
        var gifts = db.Gifts.AsNoTracking().Where(g => g.RuleId != null);
        if (rule is { } id) gifts = gifts.Where(g => g.RuleId == id);
        var lines = await gifts.GroupBy(g => new { g.RuleId, g.State, g.ClaimUntil, IsMissing = g.Refusal != null, g.EarnedOn })
            .Select(g => new { g.Key.RuleId, g.Key.State, g.Key.ClaimUntil, g.Key.IsMissing, g.Key.EarnedOn, Count = g.LongCount() })
            .ToListAsync(cancel);
        return
        [
            .. lines.Select(l => new GiftCounts.Line(
                l.RuleId!.Value, l.State, l.ClaimUntil, l.IsMissing, new DateOnly(l.EarnedOn.Year, l.EarnedOn.Month, 1),
                l.Count)),
        ];
    }
}
