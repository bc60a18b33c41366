using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Points;

/// <summary>A member who stands to lose his tier at the end of the running period.</summary>
internal readonly record struct TierWarning(Period Period, CompiledTier Projected)
{
    /// <summary>
    /// Null where nothing is at risk, where it is too early to warn, where he has been warned, or where the day lies in a
    /// period that he has left: his metrics say nothing about that one.
    /// </summary>
    public static TierWarning? Of(Member member, DateOnly day, Programme programme, QualificationCalendar calendar)
    {
        if (!calendar.RunningSince(member.PeriodStart, member.JoinedOn).Days.Contains(day)) return null;
        var ladder = programme.Ladder;
        var period = ladder.PeriodAt(day, member.JoinedOn);
        if (ladder.WarnOn(period) is not { } from || day < from || member.WarnedForPeriod == period.First) return null;
        var held = ladder.Held(member.Tier, member.Metrics);
        var projected = QualificationPeriods.Reviewed(member, ladder, period);
        return projected.Step < held.Step ? new TierWarning(period, projected) : null;
    }
}
