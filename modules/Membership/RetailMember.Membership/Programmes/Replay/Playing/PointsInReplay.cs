namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// The points that a member could spend, as far as balance bands need it: what he had at the start, what the version
/// grants from its first to its last valid day, and what the books say was spent, corrected, moved or lapsed otherwise.
/// What is taken goes first off the points that lapse first; the opening balance counts as the oldest.
/// </summary>
internal sealed class PointsInReplay(long opening)
{
    private readonly List<(LotDates Dates, long Left)> lots = [];
    private long old = opening;

    public void Grant(in LotDates dates, long points)
    {
        if (points > 0) lots.Add((dates, points));
    }

    public void Move(PointsMovement movement)
    {
        if (movement.Lapsed) old -= Math.Min(Math.Max(0, old), -movement.Amount);
        else if (movement.Amount >= 0) old += movement.Amount;
        else TakeBack(-movement.Amount);
    }

    public void TakeBack(long points)
    {
        var fromOld = Math.Min(Math.Max(0, old), points);
        old -= fromOld;
        points -= fromOld;
        for (var i = 0; i < lots.Count && points > 0; i++)
        {
            var taken = Math.Min(lots[i].Left, points);
            lots[i] = (lots[i].Dates, lots[i].Left - taken);
            points -= taken;
        }

        // A hole, which the next credits fill.
        old -= points;
    }

    public long UsableOn(DateOnly day)
    {
        var usable = old;
        foreach (var (dates, left) in lots)
            if (dates.IsUsableOn(day)) usable += left;
        return usable;
    }
}
