using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Closes the earliest month of a leaderboard that is over: one transaction's share of <see cref="CloseLeaderboards"/>.</summary>
[Needs(CampaignsPermissions.RunJobs)]
internal sealed class CloseLeaderboardMonth(
    CampaignsDb db, CampaignShelf shelf, Leaderboard board, IMemberAwards members, AwardDesk desk)
    : UseCase<CloseLeaderboardMonth.Input, CloseLeaderboardMonth.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        foreach (var campaign in await shelf.ActiveAsync(cancel, CampaignKind.Leaderboard))
        {
            var row = await db.Campaigns.SingleAsync(c => c.Id == campaign.Id, cancel);
            var next = row.ClosedMonth?.AddMonths(1) ?? First(campaign.Terms.From);
            if (next >= First(today) || next > campaign.Terms.To) continue;
            row.ClosedMonth = next;
            return new Result(next, await CloseAsync(campaign, next, call, cancel));
        }

        return new Result(null, 0);
    }

    private async Task<int> CloseAsync(KnownCampaign campaign, DateOnly month, CallContext call, CancellationToken cancel)
    {
        var ranking = await board.OfMonthAsync(month, campaign.Terms.Places!.Value, cancel);
        var standing = await members.HoldAsync([.. ranking.Select(r => r.Member)], cancel);
        var name = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var given = 0;
        foreach (var place in ranking)
        {
            if (!standing.TryGetValue(place.Member, out var member)) continue;
            var last = month.AddMonths(1).AddDays(-1);
            var verdict = CampaignJudge.Judge(campaign.Terms, new CampaignCase
            {
                On = campaign.Terms.To < last ? campaign.Terms.To.Value : last,
                TierCode = member.Tier,
                JoinedOn = member.JoinedOn,
                Rank = place.Rank,
            });
            if (verdict.Refusal is not null) continue;
            var awards = await desk.GiveAsync(
                [
                    new AwardAsked
                    {
                        Key = $"leaderboard/{campaign.Id:N}/{name}/{member.Id:N}",
                        Campaign = campaign,
                        Member = member,
                        Prize = campaign.Terms.Prize,
                        Points = verdict.Points,
                        Subject = string.Create(CultureInfo.InvariantCulture, $"{name} #{place.Rank}"),
                        Occasion = call.Occasion(),
                        Inputs =
                        [
                            new AwardInput("campaigns.input.month", name),
                            new AwardInput("campaigns.input.rank", place.Rank.ToString(CultureInfo.InvariantCulture)),
                            new AwardInput("campaigns.input.referrals", place.Count.ToString(CultureInfo.InvariantCulture)),
                        ],
                    },
                ],
                cancel);
            given += awards.Awards.Count;
        }

        return given;
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    internal sealed record Input : IInput<Result>;

    /// <param name="Month">Its first day; null: none is left to close.</param>
    /// <param name="AwardCount">Given for it.</param>
    internal sealed record Result(DateOnly? Month, int AwardCount);
}
