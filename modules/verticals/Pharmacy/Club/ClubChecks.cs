using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// The club's share of the proof of the books: what member days gave, and what cards did, against what Membership recorded
/// of them, which it holds against the ledger.
/// </summary>
internal sealed class ClubChecks(PharmacyDb db, IMemberAwards members) : IBookCheck
{
    public string Module => PharmacyModule.ModuleName;

    public async Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel)
    {
        var topUps = await members.CompareAsync(
            TopUp.KeyPrefix, await db.TopUps.LongCountAsync(cancel),
            (ids, c) => db.TopUps.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.Id))
                .ToDictionaryAsync(t => t.Id, t => new GivenAward(t.Points, t.Taken, 0, Withdrawn: false), c),
            cancel);
        var cards = await members.CompareAsync(
            CardReached.KeyPrefix, await db.CardsReached.LongCountAsync(cancel),
            (ids, c) => db.CardsReached.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.Id))
                .ToDictionaryAsync(r => r.Id, r => new GivenAward(0, 0, 0, r.WithdrawnAt != null), c),
            cancel);
        return [.. FaultsOf("top-up", topUps), .. FaultsOf("club-card", cards)];
    }

    private static IEnumerable<BookFault> FaultsOf(string what, AwardDifferences found)
    {
        if (found.Differing > 0) yield return new BookFault(what + "-is-not-recorded", found.Differing, found.FirstDiffering);
        if (found.Stray > 0) yield return new BookFault(what + "-without-reason", found.Stray, found.FirstStray);
    }
}
