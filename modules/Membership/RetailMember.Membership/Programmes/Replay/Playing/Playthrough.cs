using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points.Awards;
using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// One member's time in the window under one timeline: receipts judged and refunds taken off in time order, periods
/// reviewed as they end, by the same rules that tills, refunds and nights go by. Nothing is written.
/// </summary>
/// <param name="member">Moved on by it.</param>
/// <param name="asRecorded">Receipts grant what the books say, nothing is judged.</param>
internal sealed class Playthrough(
    MemberFacts facts, Member member, ReplayTimeline timeline, ReplayWindow window, bool asRecorded = false)
{
    private readonly JudgedInReplay[] judged = new JudgedInReplay[facts.Receipts.Count];
    private readonly PointsInReplay? points = timeline.LooksAtBalances ? new(facts.OpeningPoints) : null;
    private readonly MemberPast? past = JudgesAnew(facts, timeline, window) ? facts.PastBefore(window) : null;
    private readonly Dictionary<Guid, int> awardEpochs = [];
    private DateOnly running = DateOnly.MinValue;

    /// <summary>What became of the receipt at this place of the member's list.</summary>
    public ref readonly JudgedInReplay this[int receipt] => ref judged[receipt];

    /// <summary>
    /// Refunds and awards taken back may ask for earlier terms to be judged again, and then all that was ever bought must be
    /// known: those of the window, and those before it, by which the standing at its start was moved.
    /// </summary>
    public static bool JudgesAnew(MemberFacts facts, ReplayTimeline timeline, ReplayWindow window)
    {
        if (facts.Awards.Exists(a => a.WithdrawnAt < window.End)) return true;
        foreach (var refund in facts.Refunds)
        {
            if (refund.At >= window.End) continue;
            if (timeline.ResetsOnPromotion) return true;
            if (refund.At < window.Start) continue;
            if (refund.Receipt.Row.MetricsEpoch is null) return true;
            var term = timeline.Calendar.TermAt(refund.Row.BusinessDate, facts.Now.JoinedOn);
            if (!term.Days.Contains(refund.Receipt.Row.BusinessDate)) return true;
        }

        return false;
    }

    /// <summary>The code of the tier held at the end of the window.</summary>
    public string Play(ReadOnlySpan<PlayEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened.Kind)
            {
                case PlayKind.Receipt: Buy(happened.Index); break;
                case PlayKind.Refund: GiveBack(facts.Refunds[happened.Index]); break;
                case PlayKind.Award: Award(facts.Awards[happened.Index], happened.At); break;
                case PlayKind.Withdrawal: Withdraw(facts.Awards[happened.Index], happened.At); break;
                case PlayKind.Grant: Grant(facts.Steps[happened.Index]); break;
                case PlayKind.Participation: TakePart(facts.Participations[happened.Index]); break;
                default: points?.Move(facts.Movements[happened.Index]); break;
            }
        }

        Enter(window.To, window.End);
        return timeline.Calendar.VersionAt(window.To).Programme.Ladder.Held(member.Tier, member.Metrics).Code;
    }

    private void Buy(int index)
    {
        var row = facts.Receipts[index].Row;
        Enter(row.BusinessDate, row.OccurredAt);
        var programme = timeline.At(row.OccurredAt).Programme;
        judged[index] = asRecorded
            ? JudgedInReplay.Recorded(facts.Receipts[index], member.MetricsEpoch)
            : Judge(facts.Receipts[index], programme);
        var gained = judged[index].Gained;
        past?.Add(new DayTotal(row.BusinessDate, member.MetricsEpoch, gained));
        Gain(gained, programme.Ladder, TierChangeReason.Purchase, row.BusinessDate, row.OccurredAt);
    }

    private JudgedInReplay Judge(ReceiptFacts receipt, Programme programme)
    {
        var found = new MemberState
        {
            Tier = member.Tier,
            PointsBalance = points?.UsableOn(receipt.Row.BusinessDate) ?? 0,
            Metrics = member.Metrics,
            Birthday = facts.Birthday,
            JoinedOn = member.JoinedOn,
            RenewedThrough = member.RenewedThrough,
            Renewals = facts.Renewals,
        };
        var outcome = programme.Evaluate(found, receipt.Receipt);
        points?.Grant(outcome.Lot, outcome.Points + receipt.Row.AddedPoints);
        return JudgedInReplay.Of(outcome, member.MetricsEpoch);
    }

    private void TakePart(Participation once)
    {
        Enter(once.On, once.RecordedAt);
        var gained = new TierMetrics { Participation = 1 };
        past?.Add(new DayTotal(once.On, member.MetricsEpoch, gained));
        var ladder = timeline.At(once.RecordedAt).Programme.Ladder;
        Gain(gained, ladder, TierChangeReason.Participation, once.On, once.RecordedAt);
    }

    private void Award(MemberAward award, DateTime at)
    {
        Enter(award.On, at);
        var gained = new TierMetrics { Growth = award.Growth };
        past?.Add(new DayTotal(award.On, member.MetricsEpoch, gained));
        awardEpochs[award.Id] = member.MetricsEpoch;
        Gain(gained, timeline.At(at).Programme.Ladder, TierChangeReason.Participation, award.On, at);
    }

    private void Withdraw(MemberAward award, DateTime at)
    {
        var day = window.Brand.DateOf(at);
        Enter(day, at);
        var lost = new TierMetrics { Growth = award.Growth };
        member.Lifetime = member.Lifetime.Minus(lost);
        var left = MemberWithoutAward.JudgeAnew(
            member, past!, award.Id, new DayTotal(award.On, awardEpochs.GetValueOrDefault(award.Id, award.MetricsEpoch), lost),
            timeline.Calendar, timeline.At(at).Programme.Ladder);
        if (left is not null)
            Keep(QualificationPeriods.Change(member, left.Code, TierChangeReason.Withdrawn, 0, at, day, award.Id));
    }

    private void Gain(in TierMetrics gained, TierLadder ladder, TierChangeReason reason, DateOnly day, DateTime at)
    {
        member.Lifetime = member.Lifetime.Plus(gained);
        var held = ladder.Held(member.Tier, member.Metrics);
        var after = ladder.Promote(held, member.Metrics.Plus(gained));
        member.Metrics = after.Metrics;
        if (after.Tier.Step <= held.Step) return;
        Keep(QualificationPeriods.Change(member, after.Tier.Code, reason, 0, at, day));
        if (ladder.ResetsOnPromotion) member.MetricsEpoch++;
    }

    private void Grant(TierChange granted)
    {
        Enter(granted.On, granted.At);
        // An award never lowers: who stands better here already keeps what he has.
        var ladder = timeline.At(granted.At).Programme.Ladder;
        if (granted.SourceId is not null && ladder.Find(granted.To)?.Step <= ladder.Held(member.Tier, member.Metrics).Step) return;
        Keep(QualificationPeriods.Change(
            member, granted.To, TierChangeReason.Grant, 0, granted.At, granted.On, granted.SourceId));
        member.CarriedTier = granted.To;
    }

    private void GiveBack(RefundFacts refund)
    {
        var (receipt, day) = (refund.Receipt, refund.Row.BusinessDate);
        var replayed = window.Contains(receipt.Row.BusinessDate);
        var index = replayed ? facts.Receipts.IndexOf(receipt) : -1;
        var gained = replayed ? judged[index].Gained : receipt.Gained;
        var epoch = replayed ? judged[index].Epoch : receipt.Row.MetricsEpoch;
        Enter(day, refund.At);
        var lost = refund.Shares.Of(gained);
        member.Lifetime = member.Lifetime.Minus(lost);
        if (replayed) judged[index].TakeBack(refund.Shares);
        points?.TakeBack(refund.Shares.Of(gained.PointsEarned + receipt.Row.AddedPoints));
        var ladder = timeline.At(refund.At).Programme.Ladder;
        var total = new DayTotal(receipt.Row.BusinessDate, epoch, lost);
        CompiledTier left;
        if (epoch == member.MetricsEpoch && !timeline.ResetsOnPromotion)
        {
            past?.Add(total with { Metrics = default(TierMetrics).Minus(lost) });
            left = MemberAfterRefund.WithinPeriod(member, lost, ladder);
        }
        else if (past is not null)
        {
            left = MemberAfterRefund.JudgeAnew(member, past, total, timeline.Calendar, ladder);
        }
        else return;

        if (left.Code != member.Tier)
            Keep(QualificationPeriods.Change(member, left.Code, TierChangeReason.Refund, 0, refund.At, day));
    }

    private void Enter(DateOnly day, DateTime at)
    {
        if (day <= running) return;
        foreach (var change in QualificationPeriods.Enter(member, day, timeline.Calendar, at)) Keep(change);
        running = timeline.Calendar.RunningSince(member.PeriodStart, member.JoinedOn).Days.Last;
    }

    private void Keep(TierChange change) => past?.Add(change);
}

/// <summary>What a receipt came to in a replay.</summary>
internal struct JudgedInReplay
{
    public long PayFen { get; private init; }

    public TierMetrics Gained { get; private init; }

    public int Epoch { get; private init; }

    /// <summary>Points and growth that refunds of the window have taken back.</summary>
    public long PointsBack { get; private set; }

    public long GrowthBack { get; private set; }

    public static JudgedInReplay Of(Evaluation outcome, int epoch) =>
        new() { PayFen = outcome.PayFen, Gained = outcome.Gained, Epoch = epoch };

    public static JudgedInReplay Recorded(ReceiptFacts receipt, int epoch) =>
        new() { PayFen = receipt.Row.PaidFen, Gained = receipt.Gained, Epoch = epoch };

    public void TakeBack(in RefundShares shares)
    {
        PointsBack += shares.Of(Gained.PointsEarned);
        GrowthBack += shares.Of(Gained.Growth);
    }
}
