using RetailMember.Ledger;
using Kinds = RetailMember.Membership.Members.Conditions.ConditionKinds;

namespace RetailMember.Membership.Members.Conditions;

/// <summary>Finds members by the points that they can use today. Who has no account has none.</summary>
internal sealed class PointsQuery(ILedger ledger)
{
    public MemberSelection Of(MemberCondition condition, DateOnly today)
    {
        var (least, most) = (condition.Number(Kinds.AtLeast) ?? 0, condition.Number(Kinds.AtMost));
        return least > 0
            ? new MemberSelection(Having(today, least, most))
            : new MemberSelection(Having(today, (most ?? long.MaxValue - 1) + 1, null), IsExcluded: true);
    }

    private IQueryable<Guid> Having(DateOnly today, long least, long? most) =>
        ledger.OwnersOf(MembershipUnits.Points, today, least, most);
}
