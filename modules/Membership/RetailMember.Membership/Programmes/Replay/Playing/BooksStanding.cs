using RetailMember.Membership.Members;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>The tier that a member really held at the end of the window.</summary>
internal static class BooksStanding
{
    /// <summary>A review that is due and that nothing has brought about yet counts as made.</summary>
    public static string TierAtEnd(MemberFacts facts, ReplayTimeline asItWas, ReplayWindow window)
    {
        var now = facts.Now;
        if (asItWas.Calendar.RunningSince(now.PeriodStart, now.JoinedOn).Days.Last >= window.To)
            return facts.LastStep(window.To.AddDays(1))?.To ?? facts.FirstTier;
        var reviewed = now.Copy();
        QualificationPeriods.Enter(reviewed, window.To, asItWas.Calendar, window.End);
        return reviewed.Tier;
    }
}
