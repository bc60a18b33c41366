using RetailMember.Membership.Data;
using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>All that the books know of a member and a replay needs.</summary>
/// <param name="now">As he is today; not to be changed.</param>
internal sealed class MemberFacts(Member now)
{
    public Member Now { get; } = now;

    public DateOnly? Birthday { get; set; }

    /// <summary>Of his card, the oldest first.</summary>
    public IReadOnlyList<RenewedCard> Renewals { get; set; } = [];

    /// <summary>Of the window, of the qualification term that it begins in, and whatever else had to be read.</summary>
    public List<ReceiptFacts> Receipts { get; } = [];

    /// <summary>All of them, by whatever receipt.</summary>
    public List<RefundFacts> Refunds { get; } = [];

    public List<Participation> Participations { get; } = [];

    /// <summary>Awards that gave growth or a tier, taken back since or not.</summary>
    public List<MemberAward> Awards { get; } = [];

    /// <summary>Every step of tier ever taken, oldest first.</summary>
    public List<TierChange> Steps { get; private set; } = [];

    /// <summary>What moved on his points beside purchases and their refunds; read only where balances matter.</summary>
    public IReadOnlyList<PointsMovement> Movements { get; set; } = [];

    /// <summary>The balance of points as the window began; read only where balances matter.</summary>
    public long OpeningPoints { get; set; }

    /// <summary>Receipts of the window were recorded in another order than that of their times.</summary>
    public bool HasLateReceipts { get; private set; }

    /// <summary>The tier before any step.</summary>
    public string FirstTier => Steps is [var first, ..] ? first.From : Now.Tier;

    public void Sort(ReplayWindow window)
    {
        Receipts.Sort(ReceiptFacts.InTime);
        Refunds.Sort((a, b) => a.At.CompareTo(b.At));
        Steps = InOrder(Steps);
        HasLateReceipts = IsLate(window);
    }

    /// <summary>The last step before a day, or within it where <paramref name="andOf"/> says so.</summary>
    public TierChange? LastStep(DateOnly before, Func<TierChange, bool>? andOf = null)
    {
        TierChange? last = null;
        foreach (var step in Steps)
            if (step.On < before || (andOf is not null && step.On == before && andOf(step))) last = step;
        return last;
    }

    /// <summary>What is needed to judge terms before the window again; whole only where all receipts were read.</summary>
    public MemberPast PastBefore(ReplayWindow window)
    {
        var past = new MemberPast(Steps.Where(s => s.On < window.From).Select(s => InTime(s, window)), []);
        foreach (var receipt in Receipts.Where(r => r.Row.BusinessDate < window.From))
            past.Add(new DayTotal(receipt.Row.BusinessDate, receipt.Row.MetricsEpoch, receipt.Gained));
        foreach (var refund in Refunds.Where(r => r.At < window.Start))
            past.Add(new DayTotal(
                refund.Receipt.Row.BusinessDate, refund.Receipt.Row.MetricsEpoch,
                default(TierMetrics).Minus(refund.Shares.Of(refund.Receipt.Gained))));
        foreach (var once in Participations.Where(p => p.On < window.From))
            past.Add(new DayTotal(once.On, once.MetricsEpoch, new TierMetrics { Participation = 1 }));
        foreach (var award in AwardsStandingAt(window))
            past.Add(new DayTotal(award.On, award.MetricsEpoch, new TierMetrics { Growth = award.Growth }));
        return past;
    }

    /// <summary>Awards given before the window that had not been taken back as it began.</summary>
    public IEnumerable<MemberAward> AwardsStandingAt(ReplayWindow window) =>
        Awards.Where(a => a.On < window.From && !(a.WithdrawnAt < window.Start));

    /// <summary>As if it had been recorded when it took place: imports and late receipts record what is long past.</summary>
    private static TierChange InTime(TierChange step, ReplayWindow window) => new()
    {
        Id = step.Id,
        BrandId = step.BrandId,
        MemberId = step.MemberId,
        At = window.InstantOf(step.On, step.At),
        On = step.On,
        From = step.From,
        To = step.To,
        Reason = step.Reason,
        SourceId = step.SourceId,
        ProgrammeVersion = step.ProgrammeVersion,
    };

    private bool IsLate(ReplayWindow window)
    {
        var newest = long.MinValue;
        foreach (var receipt in Receipts)
        {
            if (receipt.Row.BusinessDate > window.To) break;
            var recorded = RecordedAt.Of(receipt.Row.Id);
            if (recorded < newest || receipt.Row.MetricsEpoch is null) return true;
            newest = recorded;
        }

        return false;
    }

    /// <summary>Steps of one instant follow each other from tier to tier.</summary>
    private static List<TierChange> InOrder(List<TierChange> steps)
    {
        List<TierChange> ordered = [.. steps.OrderBy(s => s.On).ThenBy(s => s.At).ThenBy(s => s.Id)];
        for (var i = 1; i < ordered.Count; i++)
        {
            var before = ordered[i - 1].To;
            for (var j = i; j < ordered.Count && ordered[i].From != before && IsOfOneInstant(ordered[i], ordered[j]); j++)
                if (ordered[j].From == before) (ordered[i], ordered[j]) = (ordered[j], ordered[i]);
        }

        return ordered;

        static bool IsOfOneInstant(TierChange one, TierChange other) => one.On == other.On && one.At == other.At;
    }
}

/// <summary>Something beside purchases that moved a member's points.</summary>
/// <param name="At">UTC.</param>
/// <param name="Lapsed">
/// Points of before the window that expired; what is granted within it expires by the version's rule.
/// </param>
internal readonly record struct PointsMovement(DateTime At, DateOnly On, long Amount, bool Lapsed);
