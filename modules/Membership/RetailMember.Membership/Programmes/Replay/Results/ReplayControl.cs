namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// How far the versions that judged, judging again, come to something else than the books: what a replay cannot tell.
/// Zero all over, but for members whose receipts were recorded late or changed hands since.
/// </summary>
internal sealed class ReplayControl
{
    /// <summary>Receipts whose price, points or growth differ.</summary>
    public long Receipts { get; set; }

    /// <summary>Members with such a receipt, or another tier at the end of the window.</summary>
    public long Members { get; set; }

    /// <summary>Of them, those with receipts recorded out of time order.</summary>
    public long LateMembers { get; set; }

    public long Tiers { get; set; }

    /// <summary>Points by which the control is above the books, or below them.</summary>
    public long PointsOff { get; set; }
}
