using RetailMember.Campaigns.Referrals;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Referrals;

internal sealed record ReferralListModel(PageOf<FindReferrals.Row> Found, bool MayDecide);

internal sealed record LeaderboardModel(ReadLeaderboard.Result Board, IReadOnlyList<DateOnly> Months, long Held);
