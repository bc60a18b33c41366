using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pharmacy.Club;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Data;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>
/// Freezes the ranking of the last quarter of which what may be given back has had its days, unless it is frozen. A job runs
/// it each night; a frozen ranking never changes. Ranked is who held the card when the quarter ended.
/// </summary>
[Needs(PharmacyPermissions.PublishRankings)]
internal sealed class FreezeRanking(
    PharmacyDb db, ClubRules rules, ClubPoints points, IMemberFiles files, IRows rows)
    : UseCase<FreezeRanking.Input, FreezeRanking.Result>
{
    private const int Page = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var (quarter, inForce) = await DueAsync(today, cancel);
        if (await db.Rankings.AnyAsync(r => r.Year == quarter.Year && r.Quarter == quarter.Number, cancel))
            return new Result(quarter.Year, quarter.Number, 0);
        var ranked = inForce.Rules.Ranking.Rank(await EarnedAsync(inForce.Rules, quarter, cancel));
        var ranking = new Ranking
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(call.At, TimeSpan.Zero)),
            BrandId = call.RequiredBrand.Id,
            Year = quarter.Year,
            Quarter = quarter.Number,
            Places = ranked.Count,
            FrozenAt = call.At,
            Rules = inForce.Version,
        };
        db.Rankings.Add(ranking);
        await db.SaveChangesAsync(cancel);
        await rows.InsertAsync([.. ranked.Select(r => PlaceOf(ranking, r))], cancel);
        return new Result(quarter.Year, quarter.Number, ranked.Count);
    }

    /// <summary>The last quarter that can be frozen by now, and the rules that held when it ended.</summary>
    private async Task<(Quarter Quarter, RulesInForce<ClubTerms> Rules)> DueAsync(DateOnly today, CancellationToken cancel)
    {
        for (var quarter = Quarter.Of(today).Before; ; quarter = quarter.Before)
        {
            var inForce = await rules.OnAsync(quarter.Last, cancel);
            if (today >= inForce.Rules.Ranking.FreezesOn(quarter)) return (quarter, inForce);
        }
    }

    private async Task<List<Earned>> EarnedAsync(ClubTerms terms, Quarter quarter, CancellationToken cancel)
    {
        var earned = new List<Earned>();
        var segment = new MemberSegment([terms.Gold.Tier, terms.Diamond.Tier]) { TiersHeldOn = quarter.Last };
        for (Guid? after = null; ;)
        {
            var page = await files.WalkAsync(segment, after, Page, cancel);
            if (page.Count == 0) return earned;
            Guid[] ids = [.. page.Select(m => m.Id)];
            var bought = await points.OfQuarterAsync(ids, quarter, cancel);
            var filled = terms.Ranking.TopUpsCount
                ? await points.OfTopUpsAsync(ids, quarter.First, quarter.Last, cancel)
                : new Dictionary<Guid, PurchasePoints>();
            foreach (var id in ids)
                if (Sum(bought.GetValueOrDefault(id), filled.GetValueOrDefault(id)) is { } sum)
                    earned.Add(new Earned(id, sum.Points, sum.LastAt));
            after = page[^1].Id;
        }
    }

    private static PurchasePoints? Sum(PurchasePoints? a, PurchasePoints? b) => (a, b) switch
    {
        ({ } x, { } y) => new PurchasePoints(x.Points + y.Points, x.LastAt > y.LastAt ? x.LastAt : y.LastAt),
        _ => a ?? b,
    };

    private static RankedMember PlaceOf(Ranking ranking, Ranked ranked) => new()
    {
        RankingId = ranking.Id,
        Place = ranked.Place,
        BrandId = ranking.BrandId,
        MemberId = ranked.Earned.Member,
        Points = ranked.Earned.Points,
        ReachedAt = ranked.Earned.ReachedAt,
    };

    internal sealed record Input : IInput<Result>;

    /// <param name="Places">Frozen now; 0 where it was frozen before.</param>
    internal sealed record Result(int Year, int Quarter, int Places);
}
