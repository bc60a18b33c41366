using RetailMember.Events;

namespace RetailMember.Groups;

/// <summary>A member belongs to a group from now on.</summary>
/// <param name="Kind">Code of the group's kind.</param>
[EventName("groups.member-joined.v1")]
public sealed record GroupJoined(int BrandId, Guid GroupId, string Kind, Guid MemberId) : IEvent;

/// <summary>A member belongs to a group no more; what he has left of his own points went with him.</summary>
/// <param name="Kind">Code of the group's kind.</param>
[EventName("groups.member-left.v1")]
public sealed record GroupLeft(int BrandId, Guid GroupId, string Kind, Guid MemberId) : IEvent;
