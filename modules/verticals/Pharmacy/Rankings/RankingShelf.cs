using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>
/// Reads frozen rankings, by masked member numbers: a winner who was merged since is shown as whoever stands for him.
/// </summary>
internal sealed class RankingShelf(PharmacyDb db, IMemberNumbers numbers, IMergedMembers merged)
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
        var standing = await merged.StandingForAsync([.. rows.Select(r => r.MemberId)], cancel);
        var known = await numbers.OfAsync([.. rows.Select(Shown).Distinct()], cancel);
        return
        [
            .. rows.Select(r => new RankingPlace(
                r.Place, MaskedNumber.Of(known.GetValueOrDefault(Shown(r), "")), r.Points, r.ReachedAt)),
        ];

        Guid Shown(RankedMember row) => standing.GetValueOrDefault(row.MemberId, row.MemberId);
    }

    /// <summary>The best place of a member, his own or that of one who was merged into him; null: none.</summary>
    public async Task<int?> PlaceOfAsync(Guid ranking, Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.RankedMembers.Where(r => r.RankingId == ranking && EF.Parameter(files).Contains(r.MemberId))
            .MinAsync(r => (int?)r.Place, cancel);
    }
}

/// <param name="MemberNo">Masked.</param>
/// <param name="ReachedAt">UTC.</param>
internal sealed record RankingPlace(int Rank, string MemberNo, long Points, DateTime ReachedAt);
