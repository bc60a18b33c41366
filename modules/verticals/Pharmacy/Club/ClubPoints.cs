using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;

namespace RetailMember.Pharmacy.Club;

/// <summary>What members earned within quarters and years: by purchases, and by member days.</summary>
internal sealed class ClubPoints(PharmacyDb db, IMemberReceipts receipts, IMergedMembers merged)
{
    public Task<IReadOnlyDictionary<Guid, PurchasePoints>> OfQuarterAsync(
        IReadOnlyCollection<Guid> members, Quarter quarter, CancellationToken cancel) =>
        receipts.PointsAsync(members, quarter.First, quarter.Last, cancel);

    public Task<IReadOnlyDictionary<Guid, PurchasePoints>> OfYearAsync(
        IReadOnlyCollection<Guid> members, int year, CancellationToken cancel) =>
        receipts.PointsAsync(members, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancel);

    /// <summary>Of the year of a day, until that day.</summary>
    public Task<IReadOnlyDictionary<Guid, PurchasePoints>> OfYearUntilAsync(
        IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken cancel) =>
        receipts.PointsAsync(members, new DateOnly(day.Year, 1, 1), day, cancel);

    /// <summary>Points of member days, also of those that a merge left with the duplicate; what was taken back is off.</summary>
    public async Task<IReadOnlyDictionary<Guid, PurchasePoints>> OfTopUpsAsync(
        IReadOnlyCollection<Guid> members, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var owners = members.Distinct().ToDictionary(m => m);
        foreach (var duplicate in await merged.IntoAsync([.. owners.Keys], cancel)) owners.TryAdd(duplicate.Id, duplicate.Into);
        Guid[] files = [.. owners.Keys];
        var given = await db.TopUps.AsNoTracking()
            .Where(t => EF.Parameter(files).Contains(t.MemberId) && t.On >= from && t.On <= to && t.Points > t.Taken)
            .GroupBy(t => t.MemberId)
            .Select(g => new { g.Key, Points = g.Sum(t => t.Points - t.Taken), LastAt = g.Max(t => t.At) })
            .ToListAsync(cancel);
        return given.GroupBy(g => owners[g.Key]).ToDictionary(
            g => g.Key, g => g.Select(t => new PurchasePoints(t.Points, t.LastAt)).Aggregate((a, b) => a.Plus(b)));
    }
}
