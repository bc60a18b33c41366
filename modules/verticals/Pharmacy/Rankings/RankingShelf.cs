using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>Reads frozen rankings, by masked member numbers.</summary>
internal sealed class RankingShelf(PharmacyDb db, IMemberNumbers numbers)
{
    public static Refusal NotFound(int year, int quarter) =>
        new("pharmacy.ranking-not-found", RefusalKind.NotFound, ("year", year), ("quarter", quarter));

    /// <summary>Whether whoever calls may publish in the brand, and so sees a ranking before everybody else does.</summary>
    public static bool MayPublish(CallContext call) =>
        call.Caller.StoresOf(PharmacyPermissions.PublishRankings, call.RequiredBrand.Id) is null;

    /// <summary>All places of a ranking, the best first.</summary>
    public Task<IReadOnlyList<RankingPlace>> PlacesAsync(Guid ranking, CancellationToken cancel) =>
        PlacesAsync(ranking, int.MaxValue, cancel);

    /// <summary>The first places of a ranking.</summary>
    public async Task<IReadOnlyList<RankingPlace>> PlacesAsync(Guid ranking, int most, CancellationToken cancel)
    {
        var rows = await db.RankedMembers.AsNoTracking().Where(r => r.RankingId == ranking).OrderBy(r => r.Place).Take(most)
            .ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.MemberId)], cancel);
        return
        [
            .. rows.Select(r => new RankingPlace(
                r.Place, MaskedNumber.Of(known.GetValueOrDefault(r.MemberId, "")), r.Points, r.ReachedAt)),
        ];
    }
}

/// <param name="MemberNo">Masked.</param>
/// <param name="ReachedAt">UTC.</param>
internal sealed record RankingPlace(int Rank, string MemberNo, long Points, DateTime ReachedAt);
