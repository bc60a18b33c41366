using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Books a receipt whose qualification term has ended: it counts where it belongs, and the member gets the tier that he
/// would have had if it had come in time. It only ever helps; what was granted meanwhile stays as granted.
/// </summary>
internal sealed class LateReceipt(QualificationCalendar calendar, MemberAtTill at, MemberPast past)
{
    private readonly Member member = at.Member;

    /// <summary>The standing after the receipt, with the member changed in place.</summary>
    public Standing Book(JudgedReceipt receipt, ProgrammeInForce latest, DateTime recordedAt)
    {
        var gained = receipt.Evaluation.Gained;
        past.Add(new DayTotal(receipt.BusinessDate, null, gained));
        var ladder = latest.Programme.Ladder;
        if (calendar.RunningSince(member.PeriodStart, member.JoinedOn).IsLifetime && !ladder.ResetsOnPromotion)
            member.Metrics = member.Metrics.Plus(gained);
        var held = ladder.Held(member.Tier, member.Metrics);
        var better = Carry(ladder) is { } carried && carried.Step > held.Step ? carried : held;
        var after = ladder.Promote(better, member.Metrics);
        if (after.Tier.Step <= held.Step) return new Standing(held, member.Metrics);
        at.Step(QualificationPeriods.Change(
            member, after.Tier.Code, TierChangeReason.Purchase, latest.Number, recordedAt, member.PeriodStart, receipt.Id));
        if (after.Metrics != member.Metrics) member.MetricsEpoch++;
        member.Metrics = after.Metrics;
        return after;
    }

    /// <summary>
    /// The tier that the member brings into the running term, or was granted within it, with all terms judged anew; also
    /// the floor for refunds of the running term. Null where the latest version does not know it.
    /// </summary>
    private CompiledTier? Carry(TierLadder latest)
    {
        var carried = latest.Find(new TierReplay(calendar, member, past).Run().Carried);
        if (carried is not null && latest.Find(member.CarriedTier) is { } before && carried.Step > before.Step)
            member.CarriedTier = carried.Code;
        return carried;
    }
}
