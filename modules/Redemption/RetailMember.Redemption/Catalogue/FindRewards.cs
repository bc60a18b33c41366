using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Catalogue;

/// <summary>The brand's rewards by code, with what is left of each.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class FindRewards(RedemptionDb db) : Query<FindRewards.Input, PageOf<FindRewards.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Rewards.AsNoTracking();
        if (!input.Withdrawn) found = found.Where(r => !r.Withdrawn);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(r => string.Compare(r.Code, after.Code) > 0);
        var rows = await found.OrderBy(r => r.Code).Take(input.Size + 1).ToListAsync(cancel);
        Guid[] ids = [.. rows.Select(r => r.Id)];
        var stock = (await db.RewardStocks.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.RewardId)).ToListAsync(cancel))
            .ToLookup(s => s.RewardId);
        return PageOf<Row>.Of(rows, input.Size, r => new Place(r.Code), r => RowOf(r, stock[r.Id]));
    }

    private static Row RowOf(Reward reward, IEnumerable<RewardStock> stock)
    {
        var terms = CatalogueShelf.TermsOf(reward);
        return new Row(reward.Code, terms, reward.Withdrawn, terms.Stock == StockKind.None ? null : stock.Sum(s => s.Left));
    }

    private sealed record Place(string Code);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        /// <summary>Those that are offered no more, too.</summary>
        public bool Withdrawn { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="StockLeft">Pieces, of all stores; null where there is always enough.</param>
    internal sealed record Row(string Reward, RewardTerms Terms, bool Withdrawn, long? StockLeft);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
