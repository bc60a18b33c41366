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
/// Freezes the rankings of all quarters since the club was there of which what may be given back has had its days, the
/// oldest first: also those that ended or came due while it was switched off. A job runs it each night; a frozen ranking
/// never changes. Ranked is who held the card when the quarter ended.
/// </summary>
[Needs(PharmacyPermissions.PublishRankings)]
internal sealed class FreezeRanking(
    PharmacyDb db, ClubRules rules, ClubPoints points, IMemberFiles files, IRows rows)
    : UseCase<FreezeRanking.Input, FreezeRanking.Result>
{
    private const int Page = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var frozen = new List<Row>();
        foreach (var (quarter, inForce) in await DueAsync(call, cancel))
            frozen.Add(new Row(quarter.Year, quarter.Number, await FreezeAsync(quarter, inForce, call, cancel)));
        return new Result(frozen.Sum(r => r.Places), frozen);
    }

    private async Task<int> FreezeAsync(
        Quarter quarter, RulesInForce<ClubTerms> inForce, CallContext call, CancellationToken cancel)
    {
        var ranked = inForce.Rules.Ranking.Rank(
            await EarnedAsync(inForce.Rules, quarter, await LateAsync(quarter, call, cancel), cancel));
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
        return ranked.Count;
    }

    /// <summary>The quarters that can be frozen by now and are not, with the rules that held when each ended.</summary>
    private async Task<List<(Quarter Quarter, RulesInForce<ClubTerms> Rules)>> DueAsync(
        CallContext call, CancellationToken cancel)
    {
        var due = new List<(Quarter Quarter, RulesInForce<ClubTerms> Rules)>();
        var today = call.RequiredBrand.DateOf(call.At);
        if (await BeganAsync(call, cancel) is not { } began) return due;
        var frozen = (await db.Rankings.Select(r => new { r.Year, r.Quarter }).ToListAsync(cancel))
            .Select(r => new Quarter(r.Year, r.Quarter)).ToHashSet();
        for (var quarter = Quarter.Of(began); quarter.Last < today; quarter = Quarter.Of(quarter.Last.AddDays(1)))
        {
            if (frozen.Contains(quarter)) continue;
            var inForce = await rules.OnAsync(quarter.Last, cancel);
            if (today >= inForce.Rules.Ranking.FreezesOn(quarter)) due.Add((quarter, inForce));
        }

        return due;
    }

    /// <summary>The day since which the club is there: that of its first card, or of its first rules; null: it is not yet.</summary>
    private async Task<DateOnly?> BeganAsync(CallContext call, CancellationToken cancel)
    {
        var card = await db.CardsReached.MinAsync(c => (DateOnly?)c.On, cancel);
        var since = await db.Set<RulesVersion>().Where(v => v.EffectiveFrom <= call.At).MinAsync(v => v.EffectiveFrom, cancel);
        var ruled = since is { } at ? call.RequiredBrand.DateOf(at) : (DateOnly?)null;
        return card < ruled ? card : ruled ?? card;
    }

    /// <summary>Who had reached the card in the quarter by receipts that were heard of in the next year, and has no tier by it.</summary>
    private async Task<List<Guid>> LateAsync(Quarter quarter, CallContext call, CancellationToken cancel)
    {
        var newYear = call.RequiredBrand.UtcOf(new DateTime(quarter.Year + 1, 1, 1));
        var reached = await db.CardsReached.AsNoTracking()
            .Where(c => c.Year == quarter.Year && c.On >= quarter.First && c.On <= quarter.Last && c.WithdrawnAt == null)
            .ToListAsync(cancel);
        Guid[] late = [.. reached.Where(c => c.RecordedAt >= newYear).Select(c => c.MemberId).Distinct()];
        return [.. (await files.ReadAsync(late, cancel)).Values.Where(m => m.IsActive).Select(m => m.Id)];
    }

    private async Task<List<Earned>> EarnedAsync(
        ClubTerms terms, Quarter quarter, List<Guid> late, CancellationToken cancel)
    {
        var earned = new List<Earned>();
        var segment = new MemberSegment([terms.Gold.Tier, terms.Diamond.Tier]) { TiersHeldOn = quarter.Last };
        for (Guid? after = null; ;)
        {
            var page = await files.WalkAsync(segment, after, Page, cancel);
            await AddAsync([.. page.Select(m => m.Id).Concat(after is null ? late : []).Distinct()]);
            if (page.Count == 0) return [.. earned.DistinctBy(e => e.Member)];
            after = page[^1].Id;
        }

        async Task AddAsync(Guid[] ids)
        {
            if (ids.Length == 0) return;
            var bought = await points.OfQuarterAsync(ids, quarter, cancel);
            var filled = terms.Ranking.TopUpsCount
                ? await points.OfTopUpsAsync(ids, quarter.First, quarter.Last, cancel)
                : new Dictionary<Guid, PurchasePoints>();
            foreach (var id in ids)
                if (Sum(bought.GetValueOrDefault(id), filled.GetValueOrDefault(id)) is { } sum)
                    earned.Add(new Earned(id, sum.Points, sum.LastAt));
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

    /// <param name="Places">Frozen now, of all rankings.</param>
    /// <param name="Rankings">Frozen now, the oldest first; none where all that are due were frozen before.</param>
    internal sealed record Result(int Places, IReadOnlyList<Row> Rankings);

    internal sealed record Row(int Year, int Quarter, int Places);
}
