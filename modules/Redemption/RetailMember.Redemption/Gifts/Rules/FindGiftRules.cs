using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>The brand's rules by code, each with what became of its gifts.</summary>
[Needs(RedemptionPermissions.ViewGifts)]
internal sealed class FindGiftRules(RedemptionDb db, GiftStatistics statistics)
    : Query<FindGiftRules.Input, FindGiftRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var asked = db.GiftRules.AsNoTracking();
        if (input.State is { } state) asked = asked.Where(r => r.State == state);
        var rules = await asked.OrderBy(r => r.Code).ToListAsync(cancel);
        var counts = (await statistics.ReadAsync(rule: null, cancel)).ToLookup(l => l.Rule);
        var found = rules.Select(r => new Row(GiftRuleView.Of(r, call), GiftCounts.Of(counts[r.Id], today)))
            .Where(r => input.Reason is null || r.Rule.Terms.Reason == input.Reason);
        return new Result([.. Sorted(found, input.Sort)]);
    }

    private static IEnumerable<Row> Sorted(IEnumerable<Row> rows, string? sort) => sort switch
    {
        "-code" => rows.Reverse(),
        "from" => rows.OrderBy(r => r.Rule.Terms.From),
        "-from" => rows.OrderByDescending(r => r.Rule.Terms.From),
        "gifts" => rows.OrderBy(r => r.Gifts.All),
        "-gifts" => rows.OrderByDescending(r => r.Gifts.All),
        _ => rows,
    };

    /// <param name="Sort"><c>code</c>, <c>from</c> or <c>gifts</c>, with a minus before it for the other way round.</param>
    internal sealed record Input(GiftRuleState? State = null, GiftReason? Reason = null, string? Sort = null)
        : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Rules);

    internal sealed record Row(GiftRuleView Rule, GiftCounts Gifts);
}
