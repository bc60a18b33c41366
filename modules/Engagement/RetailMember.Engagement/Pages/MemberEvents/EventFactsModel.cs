using RetailMember.Engagement.MemberEvents;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <param name="Stores">Names by code.</param>
internal sealed record EventFactsModel(EventTerms Terms, IReadOnlyDictionary<string, string> Stores);
