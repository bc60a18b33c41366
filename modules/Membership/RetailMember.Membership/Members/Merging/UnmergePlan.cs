using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>
/// Works out where the two stand once they are two again. The duplicate stands as before the merge, less what his
/// receipts have lost to refunds since. The survivor keeps what he did himself: his tier is the one from before, or a
/// better one that his own figures carry; where his period has turned since, the one that his own past leads to.
/// </summary>
internal sealed class UnmergePlan(MergeBefore before, MergeOccasion at)
{
    private readonly List<TierChange> changes = [];

    /// <summary>Reviews that were due, and steps back.</summary>
    public IReadOnlyList<TierChange> Changes => changes;

    private TierLadder Ladder => at.Version.Programme.Ladder;

    /// <summary>Both members are changed in place; the rows are the duplicate's again already.</summary>
    /// <param name="survivor">Who stayed.</param>
    /// <param name="duplicate">Who was closed.</param>
    /// <param name="given">What the rows that went back say now, day by day, by the duplicate's own epochs.</param>
    /// <param name="past">The survivor's, without them.</param>
    /// <param name="steppedSince">The survivor took a step after the merge.</param>
    /// <param name="granted">One of these was a grant.</param>
    public void Apply(
        Member survivor, Member duplicate, IReadOnlyList<DayTotal> given, MemberPast past, bool steppedSince, bool granted)
    {
        changes.AddRange(QualificationPeriods.Enter(survivor, at.Today, at.Calendar, at.At));
        var all = given.Aggregate(default(TierMetrics), (sum, t) => sum.Plus(t.Metrics));
        survivor.Lifetime = survivor.Lifetime.Minus(all);
        duplicate.Lifetime = duplicate.Lifetime.Plus(all);
        var turned = survivor.MetricsEpoch != before.Survivor.MetricsEpoch;
        if (!turned) survivor.Metrics = survivor.Metrics.Minus(MergeTerm.Of(before, at.Resets).Sum(given)).OrNothing();
        if (survivor.Extended == before.Duplicate.Extended) survivor.Extended = before.Survivor.Extended;
        if (survivor.RenewedThrough == before.SurvivorRenewedThroughAfter) survivor.RenewedThrough = before.Survivor.RenewedThrough;
        if (turned) Anew(survivor, past);
        else if (steppedSince || changes.Count > 0) Lower(survivor, granted);
        else Restore(survivor);
        Restore(duplicate, given);
    }

    /// <summary>Nothing has happened to the tier since: it is as it was, and as good as his own figures.</summary>
    private void Restore(Member survivor)
    {
        survivor.CarriedTier = before.Survivor.CarriedTier;
        var own = Ladder.Promote(Ladder.Held(before.Survivor.Tier, survivor.Metrics), survivor.Metrics).Tier;
        if (own.Code == survivor.Tier) return;
        Step(survivor, own.Code, at.Today);
        if (own.Code == before.Survivor.Tier) survivor.TierSince = before.Survivor.TierSince;
    }

    private void Lower(Member survivor, bool granted)
    {
        if (granted) return;
        survivor.CarriedTier = before.Survivor.CarriedTier;
        var own = Ladder.Promote(Ladder.Held(before.Survivor.Tier, survivor.Metrics), survivor.Metrics).Tier;
        StepDown(survivor, own);
    }

    private void Anew(Member survivor, MemberPast past)
    {
        var alone = new TierReplay(at.Calendar, survivor, past).Run();
        var carried = Ladder.Held(alone.Carried, survivor.Metrics);
        if (carried.Step < Ladder.Held(survivor.CarriedTier, survivor.Metrics).Step) survivor.CarriedTier = carried.Code;
        StepDown(survivor, Ladder.Held(alone.Tier, survivor.Metrics));
    }

    private void StepDown(Member survivor, CompiledTier own)
    {
        if (own.Step < Ladder.Held(survivor.Tier, survivor.Metrics).Step) Step(survivor, own.Code, at.Today);
    }

    private void Restore(Member duplicate, IReadOnlyList<DayTotal> given)
    {
        var then = before.Duplicate;
        (duplicate.Tier, duplicate.TierSince, duplicate.CarriedTier) = (then.Tier, then.TierSince, then.CarriedTier);
        duplicate.Extended = then.Extended;
        (duplicate.PeriodStart, duplicate.MetricsEpoch) = (then.PeriodStart, then.MetricsEpoch);
        var counted = given.Where(t => t.Epoch == then.MetricsEpoch).Aggregate(default(TierMetrics), (s, t) => s.Plus(t.Metrics));
        duplicate.Metrics = then.Metrics.Plus(counted).Minus(before.DuplicateCounted).OrNothing();
        if (then.Status != MemberStatus.Active) return;
        if (counted != before.DuplicateCounted)
        {
            var held = Ladder.Held(duplicate.Tier, duplicate.Metrics);
            var left = Ladder.AfterRefund(held, Ladder.Held(duplicate.CarriedTier, duplicate.Metrics), duplicate.Metrics);
            if (left.Code != duplicate.Tier) Step(duplicate, left.Code, at.Today);
        }

        changes.AddRange(QualificationPeriods.Enter(duplicate, at.Today, at.Calendar, at.At));
    }

    private void Step(Member member, string to, DateOnly since) => changes.Add(QualificationPeriods.Change(
        member, to, TierChangeReason.Unmerge, at.Version.Number, at.At, since, at.Merge));
}
