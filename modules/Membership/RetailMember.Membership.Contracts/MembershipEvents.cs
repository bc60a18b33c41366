using RetailMember.Events;

namespace RetailMember.Membership;

/// <summary>A person became a member of the brand.</summary>
/// <param name="JoinedOn">Business date of the brand.</param>
[EventName("membership.member-enrolled.v1")]
public sealed record MemberEnrolled(int BrandId, Guid MemberId, int? StoreId, DateOnly JoinedOn) : IEvent;

/// <summary>
/// Somebody who had left the brand came back, to his own number, history and points; he was told of once as
/// <see cref="MemberEnrolled"/>.
/// </summary>
/// <param name="StoreId">Where he came back; null for none.</param>
/// <param name="ReturnedOn">Business date of the brand.</param>
[EventName("membership.member-returned.v1")]
public sealed record MemberReturned(int BrandId, Guid MemberId, int? StoreId, DateOnly ReturnedOn) : IEvent;

/// <summary>A membership was ended: the member's number and cards let him do nothing any more until he comes back.</summary>
/// <param name="ClosedOn">Business date of the brand.</param>
[EventName("membership.member-closed.v1")]
public sealed record MemberClosed(int BrandId, Guid MemberId, DateOnly ClosedOn) : IEvent;

/// <summary>
/// Who a member was is forgotten for good: name, mobile, birthday, sex, cards and answers are gone, the books stay under
/// his number. Whatever else tells who he was has to go as well, and so it is told to modules that are off, too.
/// </summary>
[EventName("membership.member-forgotten.v1", AlsoWhereOff = true)]
public sealed record MemberForgotten(int BrandId, Guid MemberId) : IEvent;

/// <summary>
/// Two members turned out to be one person: all that was the duplicate's is the survivor's now, and the duplicate's number,
/// cards and mobile find the survivor.
/// </summary>
/// <param name="MergeId">Named again when it is undone.</param>
/// <param name="SurvivorId">Who stays.</param>
/// <param name="DuplicateId">Who is closed.</param>
/// <param name="Points">What the survivor gained by it; below zero where the duplicate had overdrawn.</param>
[EventName("membership.members-merged.v1")]
public sealed record MembersMerged(int BrandId, Guid MergeId, Guid SurvivorId, Guid DuplicateId, long Points) : IEvent;

/// <summary>A merge was undone: the duplicate is a member of his own again.</summary>
/// <param name="Points">What he got back.</param>
/// <param name="MissingPoints">What of his the survivor had spent or let lapse meanwhile.</param>
[EventName("membership.members-unmerged.v1")]
public sealed record MembersUnmerged(
    int BrandId, Guid MergeId, Guid SurvivorId, Guid DuplicateId, long Points, long MissingPoints) : IEvent;

/// <summary>A receipt of a member was recorded.</summary>
/// <param name="BusinessDate">Calendar day in the brand's time zone.</param>
/// <param name="PaidFen">What was paid, in fen.</param>
/// <param name="Points">Points granted.</param>
[EventName("membership.purchase-recorded.v1")]
public sealed record PurchaseRecorded(
    int BrandId, int StoreId, Guid MemberId, Guid PurchaseId, DateOnly BusinessDate, long PaidFen, long Points) : IEvent
{
    /// <summary>The member whose account the points went to; null: the buyer's own.</summary>
    public Guid? EarnerId { get; init; }
}

/// <summary>Money was given back on a receipt.</summary>
/// <param name="AmountFen">Given back by this refund, in fen.</param>
/// <param name="PointsTaken">Points that this refund took back.</param>
[EventName("membership.purchase-refunded.v1")]
public sealed record PurchaseRefunded(
    int BrandId, int StoreId, Guid MemberId, Guid PurchaseId, DateOnly BusinessDate, long AmountFen, long PointsTaken)
    : IEvent;

/// <summary>A member moved to another tier.</summary>
/// <param name="From">Code of the tier before.</param>
/// <param name="To">Code of the tier now.</param>
[EventName("membership.tier-changed.v1")]
public sealed record TierChanged(int BrandId, Guid MemberId, string From, string To) : IEvent;

/// <summary>A member will lose his tier at the end of the period unless he qualifies again.</summary>
/// <param name="Tier">Code of the tier held.</param>
/// <param name="Projected">Code of the tier after the period, by what was done so far.</param>
/// <param name="PeriodEnd">Last day of the period in the brand's time zone.</param>
[EventName("membership.tier-at-risk.v1")]
public sealed record TierAtRisk(int BrandId, Guid MemberId, string Tier, string Projected, DateOnly PeriodEnd) : IEvent;
