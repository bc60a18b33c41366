using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>
/// Brings a member into the qualification period of a day: every period that ended meanwhile is reviewed in turn.
/// Purchases do it on the way and the nightly review does it for the rest; whoever comes first, the outcome is the same.
/// </summary>
internal static class QualificationPeriods
{
    /// <summary>Returns the changes of tier, oldest first; the member is changed in place.</summary>
    public static IReadOnlyList<TierChange> Enter(
        Member member, DateOnly day, ProgrammeInForce version, Brand brand, DateTime at)
    {
        var ladder = version.Programme.Ladder;
        var current = ladder.PeriodAt(day, member.JoinedOn);
        if (TurnTo(current, member, brand.DateOf(version.EffectiveFrom)) || current.First <= member.PeriodStart) return [];
        var changes = new List<TierChange>();
        while (member.PeriodStart < current.First)
        {
            var ended = ladder.PeriodAt(member.PeriodStart, member.JoinedOn);
            var held = ladder.Held(member.Tier, member.Metrics);
            var reviewed = ladder.Review(held, member.Metrics, WasPromotedIn(member, ended));
            if (reviewed.Code != member.Tier)
                changes.Add(Change(member, reviewed.Code, TierChangeReason.Review, version.Number, at, ended.Last.AddDays(1)));
            member.CarriedTier = reviewed.Code;
            member.Metrics = default;
            member.MetricsEpoch++;
            var unchanged = reviewed.Code == held.Code;
            member.PeriodStart = ended.Last.AddDays(1);
            // Years without a purchase change nothing more once a review has left the tier as it was.
            if (unchanged && changes.Count == 0 && Idle(member, ladder)) member.PeriodStart = current.First;
        }

        return changes;
    }

    /// <summary>
    /// A programme that turns from a lifetime to periods, or back, takes no tier away by itself: the tier is carried
    /// along, and the first period begins on the day of the turn at the earliest. Receipts from before it, that come
    /// late, belong to neither.
    /// </summary>
    private static bool TurnTo(in Period current, Member member, DateOnly turn)
    {
        if (current.IsEndless)
        {
            if (member.PeriodStart == DateOnly.MinValue || member.PeriodStart >= turn) return true;
            member.Metrics = member.Metrics with { SpendFen = member.LifetimeSpendFen, Purchases = member.LifetimePurchases };
            member.PeriodStart = turn;
            return true;
        }

        if (member.PeriodStart != DateOnly.MinValue) return false;
        member.CarriedTier = member.Tier;
        member.Metrics = default;
        member.MetricsEpoch++;
        member.PeriodStart = current.First > turn ? current.First : turn;
        return true;
    }

    /// <summary>Moves the member to another tier and says so.</summary>
    public static TierChange Change(
        Member member, string to, TierChangeReason reason, int version, DateTime at, DateOnly since, Guid? source = null)
    {
        var change = new TierChange
        {
            Id = Guid.CreateVersion7(),
            BrandId = member.BrandId,
            MemberId = member.Id,
            At = at,
            On = since,
            From = member.Tier,
            To = to,
            Reason = reason,
            SourceId = source,
            ProgrammeVersion = version,
        };
        member.Tier = to;
        member.TierSince = since;
        return change;
    }

    /// <summary>The tier held now was reached by buying within the period.</summary>
    public static bool WasPromotedIn(Member member, in Period period) =>
        member.Tier != member.CarriedTier && period.Contains(member.TierSince);

    private static bool Idle(Member member, TierLadder ladder) =>
        ladder.Review(ladder.Held(member.Tier, default), default).Code == member.Tier;
}
