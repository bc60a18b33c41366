using RetailMember.Campaigns.Referrals;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Referrals;

/// <summary>A list of who brought whom.</summary>
internal sealed record ReferralTableModel(PageOf<FindReferrals.Row> Rows, bool MayDecide);

internal sealed record LeaderboardModel(ReadLeaderboard.Result Board, IReadOnlyList<DateOnly> Months, long Held);
