using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>A member as a batch of receipts finds and leaves him.</summary>
/// <param name="points">Read only where the programme has balance bands.</param>
/// <param name="past">Read only where a receipt of the batch comes late.</param>
/// <param name="renewals">Of his card, the oldest first; read only where a receipt of the batch is of an earlier day.</param>
internal sealed class MemberAtTill(
    Member member, DateOnly? birthday, PointsHeld? points, MemberPast? past, IReadOnlyList<RenewedCard>? renewals = null)
{
    private readonly List<TierChange> tierChanges = [];

    public Member Member { get; } = member;

    /// <summary>Steps up and down on the way, oldest first.</summary>
    public IReadOnlyList<TierChange> TierChanges => tierChanges;

    public MemberPast RequiredPast =>
        past ?? throw new InvalidOperationException($"The past of member {Member.Id} was not read.");

    /// <summary>Later receipts of the batch see what this one has earned.</summary>
    public void Grant(LotDates lot, long granted) => points?.Grant(lot, granted);

    /// <summary>Nor do they see what this one was paid with.</summary>
    public void Spend(long spent) => points?.Spend(spent);

    /// <summary>Keeps a step that the member has taken.</summary>
    public void Step(TierChange change)
    {
        tierChanges.Add(change);
        past?.Add(change);
    }

    /// <summary>The member as a receipt of this day found him: with the tier and the term of that day.</summary>
    public MemberState On(DateOnly day, QualificationCalendar calendar)
    {
        var late = day < Member.PeriodStart;
        var known = late || day < Member.TierSince ? past : null;
        var reset = late && calendar.VersionAt(day).Programme.Ladder.ResetsOnPromotion;
        return new MemberState
        {
            Tier = known?.TierOn(day) ?? Member.Tier,
            PointsBalance = points?.UsableOn(day) ?? 0,
            Metrics = late ? RequiredPast.Within(calendar.TermAt(day, Member.JoinedOn), reset) : Member.Metrics,
            Birthday = birthday,
            JoinedOn = Member.JoinedOn,
            RenewedThrough = Member.RenewedThrough,
            Renewals = renewals,
        };
    }

    /// <summary>Whether receipts of these days, in this order, can only be judged with the member's past at hand.</summary>
    public static bool NeedsPast(Member member, IEnumerable<DateOnly> days)
    {
        var newest = member.PeriodStart > member.TierSince ? member.PeriodStart : member.TierSince;
        foreach (var day in days)
        {
            if (day < newest) return true;
            newest = day;
        }

        return false;
    }
}
