using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>What became of a rule's gifts, each counted once.</summary>
/// <param name="Waiting">Gifts that wait to be claimed.</param>
/// <param name="Given">That members had at once.</param>
/// <param name="Claimed">That members have claimed.</param>
/// <param name="Lapsed">That nobody claimed in time.</param>
/// <param name="Revoked">Whose reason fell away.</param>
/// <param name="Failed">Of which nothing could be given.</param>
/// <param name="Declined">That their members did not want.</param>
/// <param name="Missing">Of which something could not be given: the failed ones, and some of those that were given.</param>
internal sealed record GiftCounts(
    long Waiting, long Given, long Claimed, long Lapsed, long Revoked, long Failed, long Missing = 0, long Declined = 0)
{
    public long All => Waiting + Given + Claimed + Lapsed + Revoked + Failed + Declined;

    public static GiftCounts Of(IEnumerable<Line> lines, DateOnly today)
    {
        long waiting = 0, given = 0, claimed = 0, lapsed = 0, revoked = 0, failed = 0, missing = 0, declined = 0;
        foreach (var line in lines)
        {
            if (line.IsMissing) missing += line.Count;
            switch (line.State)
            {
                case GiftState.Earned when line.ClaimUntil >= today:
                    waiting += line.Count;
                    break;
                case GiftState.Earned or GiftState.Lapsed:
                    lapsed += line.Count;
                    break;
                case GiftState.Given when line.ClaimUntil is null:
                    given += line.Count;
                    break;
                case GiftState.Given:
                    claimed += line.Count;
                    break;
                case GiftState.Declined:
                    declined += line.Count;
                    break;
                case GiftState.Failed:
                    failed += line.Count;
                    break;
                default:
                    revoked += line.Count;
                    break;
            }
        }

        return new GiftCounts(waiting, given, claimed, lapsed, revoked, failed, missing, declined);
    }

    /// <summary>So many gifts that are alike.</summary>
    /// <param name="IsMissing">Something of them could not be given.</param>
    /// <param name="Month">First day of the month in which they were earned.</param>
    internal sealed record Line(
        Guid Rule, GiftState State, DateOnly? ClaimUntil, bool IsMissing, DateOnly Month, long Count);
}
