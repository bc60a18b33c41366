using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>
/// Works out where the survivor stands once the duplicate is one with him: figures of all time and of the running period
/// add up, and of the two tiers he holds the higher one, or a better one that both together have reached. Reads and
/// writes nothing, so that the preview tells what the merge does.
/// </summary>
internal sealed class MergePlan
{
    private readonly List<TierChange> changes = [];

    private MergePlan(MergeBefore before, MergeTerm term) => (Before, Term) = (before, term);

    public MergeBefore Before { get; private set; }

    public MergeTerm Term { get; }

    /// <summary>Reviews that were due, then the merge's own step.</summary>
    public IReadOnlyList<TierChange> Changes => changes;

    /// <summary>Both members are changed in place.</summary>
    /// <param name="survivor">Who stays.</param>
    /// <param name="duplicate">Who is closed.</param>
    /// <param name="bought">What the duplicate did, day by day, without what stays with him.</param>
    /// <param name="at">The day, the programmes and the merge that it is.</param>
    public static MergePlan Of(Member survivor, Member duplicate, IReadOnlyList<DayTotal> bought, MergeOccasion at)
    {
        var reviews = new List<TierChange>(QualificationPeriods.Enter(survivor, at.Today, at.Calendar, at.At));
        if (duplicate.Status == MemberStatus.Active)
            reviews.AddRange(QualificationPeriods.Enter(duplicate, at.Today, at.Calendar, at.At));
        var counted = bought.Where(t => t.Epoch == duplicate.MetricsEpoch).Aggregate(default(TierMetrics), (s, t) => s.Plus(t.Metrics));
        var before = new MergeBefore(
            MemberStanding.Of(survivor), MemberStanding.Of(duplicate), counted, survivor.Tier,
            survivor.PersonId is null && duplicate.PersonId is not null);
        var plan = new MergePlan(before, MergeTerm.Of(before, at.Resets));
        plan.changes.AddRange(reviews);
        plan.Apply(survivor, duplicate, bought, at);
        plan.Before = before with { SurvivorTierAfter = survivor.Tier, SurvivorRenewedThroughAfter = survivor.RenewedThrough };
        return plan;
    }

    private void Apply(Member survivor, Member duplicate, IReadOnlyList<DayTotal> bought, MergeOccasion at)
    {
        var all = bought.Aggregate(default(TierMetrics), (sum, t) => sum.Plus(t.Metrics));
        survivor.Lifetime = survivor.Lifetime.Plus(all);
        duplicate.Lifetime = duplicate.Lifetime.Minus(all);
        survivor.Metrics = survivor.Metrics.Plus(Term.Sum(bought));
        duplicate.Metrics = default;
        if (duplicate.LastPurchaseAt > survivor.LastPurchaseAt || survivor.LastPurchaseAt is null)
            survivor.LastPurchaseAt = duplicate.LastPurchaseAt;
        if (Before.PersonMoved) (survivor.PersonId, duplicate.PersonId) = (duplicate.PersonId, null);
        Raise(survivor, duplicate, at);
    }

    /// <summary>Of two cards the one that runs longer goes on, renewed or in its first term.</summary>
    private static void KeepCard(Member survivor, Member duplicate, EnrolmentPolicy terms)
    {
        if (Last(duplicate) is { } his && !(Last(survivor) >= his)) survivor.RenewedThrough = his;

        DateOnly? Last(Member member) => terms.LastDay(member.JoinedOn, member.RenewedThrough) ?? member.RenewedThrough;
    }

    private void Raise(Member survivor, Member duplicate, MergeOccasion at)
    {
        var ladder = at.Version.Programme.Ladder;
        var own = ladder.Held(survivor.Tier, survivor.Metrics);
        var held = own;
        if (duplicate.Status == MemberStatus.Active)
        {
            if (survivor.ExtendedUntil is not { } until || duplicate.ExtendedUntil > until)
                survivor.Extended = duplicate.Extended ?? survivor.Extended;
            KeepCard(survivor, duplicate, at.Version.Programme.Document.Enrolment);
            if (ladder.Find(duplicate.Tier) is { } his && his.Step > held.Step) held = his;
            if (ladder.Find(duplicate.CarriedTier) is { } brought
                && brought.Step > ladder.Held(survivor.CarriedTier, survivor.Metrics).Step) survivor.CarriedTier = brought.Code;
        }

        var after = ladder.Promote(held, survivor.Metrics);
        survivor.Metrics = after.Metrics;
        if (after.Tier.Step > held.Step && ladder.ResetsOnPromotion) survivor.MetricsEpoch++;
        if (after.Tier.Step > own.Step)
            changes.Add(QualificationPeriods.Change(
                survivor, after.Tier.Code, TierChangeReason.Merge, at.Version.Number, at.At, at.Today, at.Merge));
    }
}

/// <summary>When members are merged or taken apart, and by which rules.</summary>
internal sealed record MergeOccasion(
    Guid Merge, DateTime At, DateOnly Today, QualificationCalendar Calendar, ProgrammeInForce Version, bool Resets);
