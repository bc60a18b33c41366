using RetailMember.Membership;

namespace RetailMember.Apparel.Ladder;

/// <summary>What of a member's month counts on the ladder, also of those who were merged into him.</summary>
/// <param name="Purchases">Refunds taken off, the oldest first.</param>
internal sealed record LadderMonth(IReadOnlyList<LadderPurchase> Purchases)
{
    public long Points => Purchases.Sum(p => p.Receipt.Points);

    /// <summary>
    /// How many rungs of so many points the month carries: one of each buyer who has reached it alone, and those that the
    /// others reach together.
    /// </summary>
    public int TimesReached(long points)
    {
        var alone = Purchases.GroupBy(p => p.Buyer).Select(his => his.Sum(p => p.Receipt.Points)).ToList();
        return alone.Count(his => his >= points) + (int)(alone.Where(his => his < points).Sum() / points);
    }

    /// <summary>The receipt that reached so many points.</summary>
    public MemberReceipt ReachedWith(long points)
    {
        var sum = 0L;
        return Purchases.First(p => (sum += p.Receipt.Points) >= points).Receipt;
    }
}

/// <param name="Buyer">His key at the time.</param>
internal sealed record LadderPurchase(Guid Buyer, MemberReceipt Receipt);
