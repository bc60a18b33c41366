using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>
/// Brings a member into the qualification term of a day: every period that ended meanwhile is reviewed in turn, by the
/// version that held on its last day. Purchases do it on the way and the nightly review does it for the rest; whoever
/// comes first, the outcome is the same.
/// </summary>
internal static class QualificationPeriods
{
    /// <summary>Returns the changes of tier, oldest first; the member is changed in place.</summary>
    public static IReadOnlyList<TierChange> Enter(
        Member member, DateOnly day, QualificationCalendar calendar, DateTime at)
    {
        var running = calendar.RunningSince(member.PeriodStart, member.JoinedOn);
        if (day <= running.Days.Last) return [];
        var changes = new List<TierChange>();
        while (day > running.Days.Last)
        {
            if (Review(member, running, calendar, at) is { } change) changes.Add(change);
            var turn = running.Days.Last.AddDays(1);
            running = calendar.TermAt(turn, member.JoinedOn);
            Begin(member, running, turn, calendar.VersionAt(turn).Programme.Ladder);
        }

        return changes;
    }

    /// <summary>Moves the member to another tier and says so.</summary>
    public static TierChange Change(
        Member member, string to, TierChangeReason reason, int version, DateTime at, DateOnly since, Guid? source = null)
    {
        var change = new TierChange
        {
            Id = OrderedId.Next(),
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
        if (member.Tier != to) (member.Tier, member.TierSince) = (to, since);
        return change;
    }

    /// <summary>The tier held now was reached by buying within the period.</summary>
    public static bool WasPromotedIn(Member member, in Period period) =>
        member.Tier != member.CarriedTier && period.Contains(member.TierSince);

    /// <summary>The tier after a period, by what was done within it; before its end: by what was done so far.</summary>
    public static CompiledTier Reviewed(Member member, TierLadder ladder, in Period period)
    {
        var held = ladder.Held(member.Tier, member.Metrics);
        var reviewed = ladder.Review(held, member.Metrics, WasPromotedIn(member, period));
        return member.Extended?.Keep(ladder, held, reviewed, period) ?? reviewed;
    }

    /// <summary>A programme that turns takes no tier away by itself: a term that it cuts short is not reviewed.</summary>
    private static TierChange? Review(
        Member member, in QualificationTerm ended, QualificationCalendar calendar, DateTime at)
    {
        if (ended.IsCut) return null;
        var version = calendar.VersionAt(ended.Days.Last);
        var ladder = version.Programme.Ladder;
        var reviewed = Reviewed(member, ladder, ended.Days);
        return reviewed.Code == member.Tier
            ? null
            : Change(member, reviewed.Code, TierChangeReason.Review, version.Number, at, ended.Days.Last.AddDays(1));
    }

    private static void Begin(Member member, in QualificationTerm next, DateOnly first, TierLadder ladder)
    {
        member.PeriodStart = first;
        if (next.IsLifetime)
        {
            // What promotions have used up does not count twice.
            if (!ladder.ResetsOnPromotion) member.Metrics = member.Lifetime;
            return;
        }

        member.CarriedTier = member.Tier;
        member.Metrics = default;
        member.MetricsEpoch++;
    }
}
