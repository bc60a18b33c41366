using RetailMember.Membership.Data;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// Where a member really stood as the window began: the tier by his history, the metrics by what the books have of the
/// running qualification term, those of a lifetime by today's less what came since.
/// </summary>
internal sealed class OpeningStanding(ReplayWindow window, ReplayTimeline asItWas)
{
    /// <summary>No receipt that the books have was counted in such an epoch.</summary>
    private const int FreshEpoch = 1_000_000;

    /// <summary>The member as the first thing of the window finds him, to be moved on.</summary>
    /// <param name="timeline">What judges from there on; it says which term somebody begins in who comes later.</param>
    public Member Of(MemberFacts facts, ReplayTimeline timeline)
    {
        var now = facts.Now;
        var first = FirstDay(facts);
        var eve = window.From.AddDays(-1);
        if (first > eve) return Begin(facts, first, timeline);
        var term = asItWas.Calendar.TermAt(eve, now.JoinedOn);
        var reset = asItWas.Calendar.VersionAt(eve).Programme.Ladder.ResetsOnPromotion;
        var epoch = EpochIn(term, reset, facts);
        var lifetime = Lifetime(facts);
        var member = new Member
        {
            Id = now.Id,
            BrandId = now.BrandId,
            MemberNo = now.MemberNo,
            JoinedOn = now.JoinedOn,
            Tier = facts.LastStep(window.From)?.To ?? facts.FirstTier,
            TierSince = facts.Steps.LastOrDefault(s => s.On < window.From && s.From != s.To)?.On ?? now.JoinedOn,
            CarriedTier = Carried(term, facts),
            PeriodStart = term.Days.First,
            Extended = now.Extended,
            MetricsEpoch = epoch,
            Metrics = term.IsLifetime && !reset ? lifetime : Within(term, reset ? epoch : null, facts),
            Lifetime = lifetime,
        };
        if (facts.Awards.Exists(a => a.WithdrawnAt < window.Start) || (reset && facts.Refunds.Exists(r => r.At < window.Start)))
            Retell(member, facts, new ReplayWindow(window.Brand, first, eve), reset);
        return member;
    }

    /// <summary>
    /// Where promotions reset the metrics, refunds and awards taken back move what counts in ways that no sum tells, and an
    /// award taken back may have carried a tier over into the term: all that was recorded before the window is gone
    /// through again.
    /// </summary>
    private void Retell(Member member, MemberFacts facts, ReplayWindow before, bool reset)
    {
        var retold = new OpeningStanding(before, asItWas).Begin(facts, before.From, asItWas);
        new Playthrough(facts, retold, asItWas, before, asRecorded: true).Play(PlayEvents.Of(facts, before));
        member.CarriedTier = retold.CarriedTier;
        if (reset) (member.Metrics, member.MetricsEpoch) = (retold.Metrics, FreshEpoch);
    }

    private static DateOnly FirstDay(MemberFacts facts)
    {
        var first = facts.Now.JoinedOn;
        if (facts.Receipts is [var oldest, ..] && oldest.Row.BusinessDate < first) first = oldest.Row.BusinessDate;
        if (facts.Steps is [var step, ..] && step.On < first) first = step.On;
        return first;
    }

    private Member Begin(MemberFacts facts, DateOnly first, ReplayTimeline timeline) => new()
    {
        Id = facts.Now.Id,
        BrandId = facts.Now.BrandId,
        MemberNo = facts.Now.MemberNo,
        JoinedOn = facts.Now.JoinedOn,
        Tier = facts.FirstTier,
        TierSince = first,
        Extended = facts.Now.Extended,
        CarriedTier = facts.FirstTier,
        PeriodStart = timeline.Calendar.TermAt(first, facts.Now.JoinedOn).Days.First,
        MetricsEpoch = FreshEpoch,
        Lifetime = Lifetime(facts),
    };

    /// <summary>The tier granted in the term, or brought into it.</summary>
    private string Carried(QualificationTerm term, MemberFacts facts)
    {
        var granted = facts.Steps.LastOrDefault(
            s => s.Reason == TierChangeReason.Grant && s.On >= term.Days.First && s.On < window.From);
        if (granted is not null) return granted.To;
        return term.IsLifetime
            ? facts.FirstTier
            : facts.LastStep(term.Days.First, s => s.Reason == TierChangeReason.Review)?.To ?? facts.FirstTier;
    }

    /// <summary>
    /// The newest epoch of the term; the one after it where a promotion has just used it up. A lifetime has but one, unless
    /// promotions reset it, so whatever came later tells it too.
    /// </summary>
    private int EpochIn(QualificationTerm term, bool reset, MemberFacts facts)
    {
        int? newest = null;
        foreach (var receipt in facts.Receipts) See(receipt.Row.BusinessDate, receipt.Row.MetricsEpoch);
        foreach (var refund in facts.Refunds) See(refund.Receipt.Row.BusinessDate, refund.Receipt.Row.MetricsEpoch);
        foreach (var once in facts.Participations) See(once.On, once.MetricsEpoch);
        foreach (var award in facts.Awards) See(award.On, award.MetricsEpoch);
        if (newest is not { } known) return term.IsLifetime && !reset ? facts.Now.MetricsEpoch : FreshEpoch;
        return reset && IsUsedUp(known, facts) ? known + 1 : known;

        void See(DateOnly day, int? epoch)
        {
            var tells = day < window.From || (term.IsLifetime && !reset);
            if (tells && term.Days.Contains(day) && epoch is not null && !(epoch < newest)) newest = epoch;
        }
    }

    private bool IsUsedUp(int epoch, MemberFacts facts) => facts.Steps.Any(
        s => s.On < window.From && s.Reason is TierChangeReason.Purchase or TierChangeReason.Participation
            && (facts.Receipts.Any(r => r.Row.Id == s.SourceId && r.Row.MetricsEpoch == epoch)
                || facts.Participations.Any(p => p.Id == s.SourceId && p.MetricsEpoch == epoch)
                || facts.Awards.Any(a => a.Id == s.SourceId && a.MetricsEpoch == epoch)));

    /// <param name="only">The epoch that counts; null: all that came in time.</param>
    private TierMetrics Within(QualificationTerm term, int? only, MemberFacts facts)
    {
        var sum = default(TierMetrics);
        foreach (var receipt in Before(facts))
            if (Counts(receipt)) sum = sum.Plus(receipt.Gained);
        foreach (var refund in facts.Refunds)
            if (refund.At < window.Start && Counts(refund.Receipt)) sum = sum.Minus(refund.Shares.Of(refund.Receipt.Gained));
        foreach (var once in facts.Participations)
            if (once.On < window.From && term.Days.Contains(once.On) && (only ?? once.MetricsEpoch) == once.MetricsEpoch)
                sum = sum.Plus(new TierMetrics { Participation = 1 });
        foreach (var award in facts.AwardsStandingAt(window))
            if (term.Days.Contains(award.On) && (only ?? award.MetricsEpoch) == award.MetricsEpoch)
                sum = sum.Plus(new TierMetrics { Growth = award.Growth });
        return sum;

        bool Counts(ReceiptFacts receipt) => term.Days.Contains(receipt.Row.BusinessDate)
            && receipt.Row.MetricsEpoch is { } epoch && (only ?? epoch) == epoch;
    }

    private TierMetrics Lifetime(MemberFacts facts)
    {
        var sum = facts.Now.Lifetime;
        foreach (var receipt in facts.Receipts)
            if (receipt.Row.BusinessDate >= window.From) sum = sum.Minus(receipt.Gained);
        foreach (var refund in facts.Refunds)
            if (refund.At >= window.Start) sum = sum.Plus(refund.Shares.Of(refund.Receipt.Gained));
        foreach (var once in facts.Participations)
            if (once.On >= window.From) sum = sum.Minus(new TierMetrics { Participation = 1 });
        foreach (var award in facts.Awards)
            if (award.On >= window.From && award.WithdrawnAt is null) sum = sum.Minus(new TierMetrics { Growth = award.Growth });
            else if (award.On < window.From && award.WithdrawnAt >= window.Start)
                sum = sum.Plus(new TierMetrics { Growth = award.Growth });
        return sum;
    }

    private IEnumerable<ReceiptFacts> Before(MemberFacts facts) =>
        facts.Receipts.TakeWhile(r => r.Row.BusinessDate < window.From);
}
