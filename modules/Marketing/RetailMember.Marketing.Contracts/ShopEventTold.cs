using RetailMember.Events;

namespace RetailMember.Marketing;

/// <summary>An online shop told of something that a member did there.</summary>
/// <param name="Kind">What it was, such as <c>basket-left</c>.</param>
/// <param name="Key">The shop's own number for it, at most 48 characters.</param>
/// <param name="Item">What it was about.</param>
[EventName("marketing.shop-event-told.v1")]
public sealed record ShopEventTold(int BrandId, Guid MemberId, string Kind, string Key, string Item) : IEvent;
