using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>Plays members through both tellings of the past and adds up how they differ. One thread at a time.</summary>
internal sealed class ReplayTally(ReplayPlan plan, Guid replay)
{
    private readonly Dictionary<DateOnly, ReplaySums> byMonth = [];
    private readonly Dictionary<int, ReplaySums> byStore = [];
    private readonly Dictionary<string, ReplaySums> byTier = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), long> moves = [];
    private readonly Dictionary<int, long> changes = [];

    public ReplayPlan Plan { get; } = plan;

    public ReplaySums Total { get; } = new();

    public ReplayControl Control { get; } = new();

    public long Members { get; private set; }

    public long Gainers { get; private set; }

    public long Losers { get; private set; }

    /// <summary>Returns what is kept of the member; null where nothing becomes different for him.</summary>
    public ReplayedMember? Add(MemberFacts facts)
    {
        if (facts.Now.JoinedOn > Plan.Window.To && !facts.Receipts.Any(r => Plan.Window.Contains(r.Row.BusinessDate)))
            return null;
        var events = PlayEvents.Of(facts, Plan.Window);
        var tier = BooksStanding.TierAtEnd(facts, Plan.AsItWas, Plan.Window);
        var replayed = Play(facts, Plan.Replayed, events, out var replayedTier);
        Check(facts, Play(facts, Plan.AsItWas, events, out var controlTier), controlTier != tier);
        Members++;
        moves[(tier, replayedTier)] = moves.GetValueOrDefault((tier, replayedTier)) + 1;
        var row = Sum(facts, replayed, tier, replayedTier);
        if (row.ValueChangeFen > 0) Gainers++;
        else if (row.ValueChangeFen < 0) Losers++;
        var step = Steps.Of(row.PointsChange);
        changes[step] = changes.GetValueOrDefault(step) + 1;
        return row.IsAnyDifferent ? row : null;
    }

    public ReplayFigures Figures() => new()
    {
        Members = Members,
        Total = Total,
        ByMonth = [.. byMonth.OrderBy(m => m.Key).Select(m => new ReplayFigures.OfMonth(m.Key, m.Value))],
        ByStore = [.. byStore.OrderBy(s => s.Key).Select(s => new ReplayFigures.OfStore(s.Key, s.Value))],
        ByTier = [.. byTier.Select(t => new ReplayFigures.OfTier(t.Key, t.Value))],
        Moves = [.. moves.Select(m => new ReplayFigures.Move(m.Key.From, m.Key.To, m.Value))],
        Changes = [.. changes.OrderBy(c => c.Key).Select(c => Steps.Named(c.Key, c.Value))],
        Gainers = Gainers,
        Losers = Losers,
        PointsPerYuan = Plan.PointsPerYuanAsItWas,
        ReplayedPointsPerYuan = Plan.PointsPerYuan,
        Control = Control,
    };

    private Playthrough Play(MemberFacts facts, ReplayTimeline timeline, PlayEvent[] events, out string tier)
    {
        var play = new Playthrough(facts, Plan.Opening.Of(facts, timeline), timeline, Plan.Window);
        tier = play.Play(events);
        return play;
    }

    private ReplayedMember Sum(MemberFacts facts, Playthrough replayed, string tier, string replayedTier)
    {
        var own = new ReplaySums();
        for (var i = 0; i < facts.Receipts.Count; i++)
        {
            var receipt = facts.Receipts[i];
            var row = receipt.Row;
            if (!Plan.Window.Contains(row.BusinessDate)) continue;
            ref readonly var judged = ref replayed[i];
            var back = BackInBooks(facts, receipt);
            own.Add(receipt, judged, back);
            Total.Add(receipt, judged, back);
            Of(byMonth, new DateOnly(row.BusinessDate.Year, row.BusinessDate.Month, 1)).Add(receipt, judged, back);
            Of(byStore, row.StoreId).Add(receipt, judged, back);
            Of(byTier, row.Tier).Add(receipt, judged, back);
        }

        return new ReplayedMember
        {
            ReplayId = replay,
            MemberId = facts.Now.Id,
            BrandId = facts.Now.BrandId,
            MemberNo = facts.Now.MemberNo,
            Receipts = (int)own.Receipts,
            Points = own.PointsKept,
            ReplayedPoints = own.ReplayedPointsKept,
            DiscountFen = own.DiscountFen,
            ReplayedDiscountFen = own.ReplayedDiscountFen,
            ValueChangeFen = own.ReplayedDiscountFen - own.DiscountFen
                + ReplaySums.FenOf(own.ReplayedPointsKept, Plan.PointsPerYuan)
                - ReplaySums.FenOf(own.PointsKept, Plan.PointsPerYuanAsItWas),
            Tier = tier,
            ReplayedTier = replayedTier,
        };
    }

    /// <summary>What the refunds of the window were due to take; a policy may have spared some of it.</summary>
    private long BackInBooks(MemberFacts facts, ReceiptFacts receipt)
    {
        if (receipt.Row.RefundedFen == 0) return 0;
        long back = 0;
        foreach (var refund in facts.Refunds)
            if (refund.Receipt == receipt && refund.At < Plan.Window.End) back += refund.Shares.Of(receipt.Points);
        return back;
    }

    private void Check(MemberFacts facts, Playthrough control, bool otherTier)
    {
        long off = 0, points = 0;
        for (var i = 0; i < facts.Receipts.Count; i++)
        {
            var receipt = facts.Receipts[i];
            if (!Plan.Window.Contains(receipt.Row.BusinessDate)) continue;
            ref readonly var judged = ref control[i];
            if (judged.Gained == receipt.Gained && judged.PayFen == receipt.Row.PaidFen) continue;
            off++;
            points += judged.Gained.PointsEarned - receipt.Points;
        }

        if (off == 0 && !otherTier) return;
        Control.Receipts += off;
        Control.PointsOff += points;
        Control.Members++;
        if (facts.HasLateReceipts) Control.LateMembers++;
        if (otherTier) Control.Tiers++;
    }

    private static ReplaySums Of<TKey>(Dictionary<TKey, ReplaySums> sums, TKey key)
        where TKey : notnull
    {
        if (!sums.TryGetValue(key, out var sum)) sums.Add(key, sum = new ReplaySums());
        return sum;
    }

    /// <summary>Changes of a member's points, in steps that grow by tens.</summary>
    private static class Steps
    {
        private static readonly long[] Limits = [1, 11, 101, 1_001, 10_001, 100_001];

        public static int Of(long change)
        {
            var step = Limits.Count(limit => Math.Abs(change) >= limit);
            return change < 0 ? -step : step;
        }

        public static ReplayFigures.Change Named(int step, long members)
        {
            if (step == 0) return new(0, 0, members);
            var least = Limits[Math.Abs(step) - 1];
            long? most = Math.Abs(step) == Limits.Length ? null : Limits[Math.Abs(step)] - 1;
            return step > 0 ? new(least, most, members) : new(-most, -least, members);
        }
    }
}
