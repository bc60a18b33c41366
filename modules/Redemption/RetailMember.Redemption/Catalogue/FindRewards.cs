using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Catalogue;

/// <summary>The brand's rewards, found by words or kind, with what is left of each.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class FindRewards(RedemptionDb db) : Query<FindRewards.Input, PageOf<FindRewards.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rewards = db.Rewards.AsNoTracking();
        if (!input.Withdrawn) rewards = rewards.Where(r => !r.Withdrawn);
        var left = await db.RewardStocks.AsNoTracking().GroupBy(s => s.RewardId)
            .Select(g => new { g.Key, Left = g.Sum(s => s.Supplied - s.Taken) }).ToDictionaryAsync(s => s.Key, s => s.Left, cancel);
        // What a reward is stands in its terms: a catalogue is small enough to be read whole.
        var found = (await rewards.ToListAsync(cancel)).Select(r => RowOf(r, left)).Where(r => Fits(r, input));
        var order = new RewardOrdering(input.Sort);
        if (Cursor.Read<RewardOrdering.Place>(input.After) is { } after) found = found.Where(r => order.IsAfter(r, after));
        return PageOf<Row>.Of([.. order.Of(found).Take(input.Size + 1)], input.Size, order.PlaceOf, r => r);
    }

    private static bool Fits(Row row, Input input) =>
        (input.Kind is not { } kind || row.Terms.Kind == kind)
        && (string.IsNullOrWhiteSpace(input.Search)
            || ((string[])[row.Reward, row.Terms.Name.ZhHans, row.Terms.Name.En])
                .Any(t => t.Contains(input.Search.Trim(), StringComparison.OrdinalIgnoreCase)));

    private static Row RowOf(Reward reward, Dictionary<Guid, long> left)
    {
        var terms = CatalogueShelf.TermsOf(reward);
        return new Row(
            reward.Code, terms, reward.Withdrawn, terms.Stock == StockKind.None ? null : left.GetValueOrDefault(reward.Id));
    }

    internal sealed record Input : IInput<PageOf<Row>>
    {
        /// <summary>Part of the code, or of a name in either language.</summary>
        public string? Search { get; init; }

        public RewardKind? Kind { get; init; }

        /// <summary>Those that are offered no more, too.</summary>
        public bool Withdrawn { get; init; }

        /// <summary><c>code</c>, <c>points</c> or <c>stockLeft</c>, with a minus before it for descending.</summary>
        public string? Sort { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="StockLeft">Pieces, of all stores; null where there is always enough.</param>
    internal sealed record Row(string Reward, RewardTerms Terms, bool Withdrawn, long? StockLeft);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Search).MaximumLength(64);
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Sort).Must(RewardOrdering.Knows).WithErrorCode("field.malformed");
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
