using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Reports;

/// <summary>Adds what happened to the sums of its store and day.</summary>
internal sealed class StoreDayBook(IRows rows)
{
    private static readonly string[] Counters =
    [
        nameof(StoreDay.NewMembers), nameof(StoreDay.Purchases), nameof(StoreDay.PaidFen), nameof(StoreDay.RefundedFen),
        nameof(StoreDay.PointsIssued), nameof(StoreDay.PointsTakenBack),
    ];

    public Task AddAsync(IEnumerable<StoreDay> happened, CancellationToken cancel)
    {
        var sums = new Dictionary<(int, int, DateOnly), StoreDay>();
        foreach (var part in happened)
        {
            var key = (part.BrandId, part.StoreId, part.Day);
            if (sums.TryGetValue(key, out var sum)) sum.Add(part);
            else sums.Add(key, part);
        }

        return rows.AddToAsync(sums.Values, Counters, cancel);
    }
}
