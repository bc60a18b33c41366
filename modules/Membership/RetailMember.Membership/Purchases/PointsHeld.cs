using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// What a member has to spend on the day of each receipt of a batch: what the books say, and what receipts before it in
/// the batch have granted or were paid with. However receipts are gathered into batches, each sees the same points.
/// </summary>
/// <param name="bookedByDay">Usable on the days of his receipts, as the books stood before the batch.</param>
internal sealed class PointsHeld(IReadOnlyDictionary<DateOnly, long> bookedByDay)
{
    private readonly List<(LotDates Lot, long Points)> granted = [];
    private long spent;

    public void Grant(LotDates lot, long points) => granted.Add((lot, points));

    public void Spend(long points) => spent += points;

    public long UsableOn(DateOnly day) =>
        bookedByDay.GetValueOrDefault(day) - spent + granted.Where(g => g.Lot.IsUsableOn(day)).Sum(g => g.Points);
}
