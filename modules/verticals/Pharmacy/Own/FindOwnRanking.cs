using Microsoft.EntityFrameworkCore;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rankings;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Own;

/// <summary>
/// The newest ranking that is published, as members see it: the best by masked numbers, and the member's own place.
/// </summary>
[OwnMember]
internal sealed class FindOwnRanking(PharmacyDb db, RankingShelf shelf) : Query<FindOwnRanking.Input, FindOwnRanking.Result>
{
    private const int Shown = 10;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ranking = await db.Rankings.AsNoTracking().Where(r => r.PublishedAt != null)
            .OrderByDescending(r => r.Year).ThenByDescending(r => r.Quarter).FirstOrDefaultAsync(cancel);
        if (ranking is null) return new Result(null);
        var mine = await shelf.PlaceOfAsync(ranking.Id, call.Caller.Id!.Value, cancel);
        var best = await shelf.PlacesAsync(ranking.Id, Shown, cancel);
        return new Result(new Published(ranking.Year, ranking.Quarter, ranking.Places, mine, best));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Ranking">Null where none was published yet.</param>
    internal sealed record Result(Published? Ranking);

    /// <param name="Quarter">1 to 4.</param>
    /// <param name="Places">How many it has.</param>
    /// <param name="OwnRank">The member's; null: none of them.</param>
    /// <param name="Best">The first ones.</param>
    internal sealed record Published(int Year, int Quarter, int Places, int? OwnRank, IReadOnlyList<RankingPlace> Best);
}
