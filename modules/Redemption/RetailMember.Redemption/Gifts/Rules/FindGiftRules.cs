using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>The brand's rules by code, each with what became of its gifts.</summary>
[Needs(RedemptionPermissions.ViewGifts)]
internal sealed class FindGiftRules(RedemptionDb db) : Query<FindGiftRules.Input, FindGiftRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rules = await db.GiftRules.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancel);
        var counts = (await db.Gifts.AsNoTracking().Where(g => g.RuleId != null)
            .GroupBy(g => new { g.RuleId, g.State })
            .Select(g => new { g.Key.RuleId, g.Key.State, Count = g.LongCount() }).ToListAsync(cancel))
            .ToLookup(c => (c.RuleId, c.State), c => c.Count);
        return new Result(
        [
            .. rules.Select(r => new Row(
                GiftRuleView.Of(r), Of(r, GiftState.Earned), Of(r, GiftState.Given), Of(r, GiftState.Lapsed),
                Of(r, GiftState.Revoked))),
        ]);

        long Of(GiftRule rule, GiftState state) => counts[(rule.Id, state)].Sum();
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Rules);

    /// <param name="Waiting">Gifts that wait to be claimed.</param>
    internal sealed record Row(GiftRuleView Rule, long Waiting, long Given, long Lapsed, long Revoked);
}
