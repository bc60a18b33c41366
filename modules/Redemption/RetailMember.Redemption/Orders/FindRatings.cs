using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>What members think of each reward, the most disliked first; those over the brand's share are flagged.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class FindRatings(RedemptionDb db, ISettings settings) : Query<FindRatings.Input, FindRatings.Result>
{
    public const string BadPercentSetting = "Redemption.BadRatingPercent";
    public const string NeededSetting = "Redemption.RatingsNeeded";

    private const int WorstGood = 3;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand.Id;
        var (percent, needed) = (settings.WholeNumber(BadPercentSetting, brand), settings.WholeNumber(NeededSetting, brand));
        var counted = await db.RewardRatings.AsNoTracking().GroupBy(r => r.RewardId)
            .Select(g => new { Id = g.Key, Ratings = g.Count(), Bad = g.Sum(r => r.Stars < WorstGood ? 1 : 0) })
            .Join(db.Rewards, c => c.Id, r => r.Id, (c, r) => new { Reward = r, c.Ratings, c.Bad })
            .ToListAsync(cancel);
        return new Result(
        [
            .. counted.Select(c => new Row(
                    c.Reward.Code, CatalogueShelf.TermsOf(c.Reward).Name, c.Ratings, c.Bad,
                    c.Ratings >= needed && c.Bad * 100L > percent * c.Ratings))
                .OrderByDescending(r => r.Flagged).ThenByDescending(r => r.Bad).ThenBy(r => r.Reward, StringComparer.Ordinal),
        ]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Rewards);

    /// <param name="Bad">Of 1 or 2 stars.</param>
    /// <param name="Flagged">Enough ratings, and more bad ones than the brand bears.</param>
    internal sealed record Row(string Reward, LocalName Name, int Ratings, int Bad, bool Flagged);
}
