using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Points;

/// <summary>A member who stands to lose his tier at the end of the running period.</summary>
internal readonly record struct TierWarning(Period Period, CompiledTier Projected)
{
    /// <summary>Null where nothing is at risk, where it is too early to warn, or where he has been warned.</summary>
    public static TierWarning? Of(Member member, DateOnly day, Programme programme)
    {
        var ladder = programme.Ladder;
        var period = ladder.PeriodAt(day, member.JoinedOn);
        if (ladder.WarnOn(period) is not { } from || day < from || member.WarnedForPeriod == period.First) return null;
        var held = ladder.Held(member.Tier, member.Metrics);
        var projected = ladder.Review(held, member.Metrics, QualificationPeriods.WasPromotedIn(member, period));
        return projected.Step < held.Step ? new TierWarning(period, projected) : null;
    }
}
