using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Points.Awards;

/// <summary>A member as he would stand had an award never been given.</summary>
internal static class MemberWithoutAward
{
    /// <summary>
    /// The tier left with all periods judged again without the award, which <paramref name="past"/> then lacks; null where
    /// the member keeps his.
    /// </summary>
    /// <param name="member">Changed in place; his tier is left to the caller.</param>
    /// <param name="lost">What it gave that counts towards tiers.</param>
    public static CompiledTier? JudgeAnew(
        Member member, MemberPast past, Guid award, in DayTotal lost, QualificationCalendar calendar, TierLadder ladder)
    {
        var with = new TierReplay(calendar, member, past).Run();
        past.Add(lost with { Metrics = default(TierMetrics).Minus(lost.Metrics) });
        past.Withdraw(award);
        var without = new TierReplay(calendar, member, past).Run();
        member.Metrics = member.Metrics.Plus(without.Metrics).Minus(with.Metrics).OrNothing();
        var carried = Held(without.Carried).Step;
        if (carried < Held(with.Carried).Step && carried < Held(member.CarriedTier).Step) member.CarriedTier = without.Carried;
        var left = Held(without.Tier);
        return left.Step >= Held(with.Tier).Step || left.Step >= Held(member.Tier).Step ? null : left;

        CompiledTier Held(string code) => ladder.Held(code, member.Metrics);
    }
}
