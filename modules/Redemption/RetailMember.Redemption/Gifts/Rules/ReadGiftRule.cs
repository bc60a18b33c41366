using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>A rule with what became of its gifts, as a whole and month by month.</summary>
[Needs(RedemptionPermissions.ViewGifts)]
internal sealed class ReadGiftRule(GiftShelf shelf, GiftStatistics statistics)
    : Query<ReadGiftRule.Input, ReadGiftRule.Result>
{
    private const int MostMonths = 24;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rule = await shelf.FindRuleAsync(input.Rule, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var lines = await statistics.ReadAsync(rule.Id, cancel);
        return new Result(
            GiftRuleView.Of(rule, call),
            GiftCounts.Of(lines, today),
            [
                .. lines.GroupBy(l => l.Month).OrderBy(m => m.Key).TakeLast(MostMonths)
                    .Select(m => new Month(m.Key, GiftCounts.Of(m, today))),
            ]);
    }

    internal sealed record Input(string Rule) : IInput<Result>;

    /// <param name="Months">In which gifts were earned, at most the last 24 of them.</param>
    internal sealed record Result(GiftRuleView Rule, GiftCounts Gifts, IReadOnlyList<Month> Months);

    /// <param name="First">Its first day.</param>
    internal sealed record Month(DateOnly First, GiftCounts Gifts);
}
