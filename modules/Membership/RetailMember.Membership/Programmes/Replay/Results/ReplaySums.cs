namespace RetailMember.Membership.Programmes.Replay;

/// <summary>Sums over some receipts: as the books have them, and as the replayed version would.</summary>
internal sealed class ReplaySums
{
    public long Receipts { get; set; }

    /// <summary>Fen that the books say was paid.</summary>
    public long PaidFen { get; set; }

    /// <summary>What the version would have had paid.</summary>
    public long ReplayedPaidFen { get; set; }

    /// <summary>Granted by the programme; other modules' points are the same under any version and left out.</summary>
    public long Points { get; set; }

    public long ReplayedPoints { get; set; }

    /// <summary>Of them, the share of what was refunded within the window.</summary>
    public long PointsBack { get; set; }

    public long ReplayedPointsBack { get; set; }

    public long Growth { get; set; }

    public long ReplayedGrowth { get; set; }

    /// <summary>Below list price, in fen, on lines that the till left to the programme to price.</summary>
    public long DiscountFen { get; set; }

    public long ReplayedDiscountFen { get; set; }

    public long PointsKept => Points - PointsBack;

    public long ReplayedPointsKept => ReplayedPoints - ReplayedPointsBack;

    /// <summary>What points pay for, in fen.</summary>
    public static long FenOf(long points, int perYuan) => points * 100 / perYuan;

    public void Add(ReceiptFacts receipt, in JudgedInReplay judged, long pointsBack)
    {
        var row = receipt.Row;
        Receipts++;
        PaidFen += row.PaidFen;
        ReplayedPaidFen += judged.PayFen;
        Points += receipt.Points;
        ReplayedPoints += judged.Gained.PointsEarned;
        PointsBack += pointsBack;
        ReplayedPointsBack += judged.PointsBack;
        Growth += row.Growth;
        ReplayedGrowth += judged.Gained.Growth;
        DiscountFen += receipt.DiscountFen;
        ReplayedDiscountFen += receipt.DiscountFen - (judged.PayFen - row.PaidFen);
    }
}
