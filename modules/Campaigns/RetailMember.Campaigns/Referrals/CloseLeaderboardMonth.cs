using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Referrals;

/// <summary>
/// Closes the earliest month of a leaderboard that is over: one transaction's share of <see cref="CloseLeaderboards"/>. Places
/// go to the first who may win. Where a prize cannot be given the month stays open, and whoever is left gets it later.
/// </summary>
[Needs(CampaignsPermissions.RunJobs)]
internal sealed class CloseLeaderboardMonth(
    CampaignsDb db, CampaignShelf shelf, LeaderboardWinners winners, AwardDesk desk)
    : UseCase<CloseLeaderboardMonth.Input, CloseLeaderboardMonth.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        foreach (var campaign in await shelf.ActiveAsync(cancel, CampaignKind.Leaderboard))
        {
            if (input.Passing.Contains(campaign.Code)) continue;
            var row = await db.Campaigns.SingleAsync(c => c.Id == campaign.Id, cancel);
            var next = row.ClosedMonth?.AddMonths(1) ?? First(campaign.Terms.From);
            if (next >= First(today) || next > campaign.Terms.To) continue;
            var (given, why) = await CloseAsync(campaign, next, call, cancel);
            if (why is null) row.ClosedMonth = next;
            return new Result(campaign.Code, next, given, why);
        }

        return new Result(null, null, 0);
    }

    private async Task<(int Given, string? WhyNot)> CloseAsync(
        KnownCampaign campaign, DateOnly month, CallContext call, CancellationToken cancel)
    {
        var (given, whyNot) = (0, (string?)null);
        foreach (var winner in await winners.OfMonthAsync(campaign, month, cancel))
        {
            var awards = await desk.GiveAsync([Asked(campaign, month, winner, call.Occasion())], cancel);
            given += awards.Awards.Count;
            whyNot ??= awards.Refusal;
        }

        return (given, whyNot);
    }

    private static AwardAsked Asked(KnownCampaign campaign, DateOnly month, LeaderboardWinner winner, AwardOccasion occasion)
    {
        var name = LeaderboardWinners.NameOf(month);
        return new AwardAsked
        {
            Key = $"{LeaderboardWinners.KeyOf(campaign, month)}{winner.Member.Id:N}",
            Campaign = campaign,
            Member = winner.Member,
            Prize = campaign.Terms.Prize,
            Points = winner.Points,
            Subject = string.Create(CultureInfo.InvariantCulture, $"{name} #{winner.Place}"),
            Occasion = occasion,
            Inputs =
            [
                new AwardInput("campaigns.input.month", name),
                new AwardInput("campaigns.input.rank", winner.Place.ToString(CultureInfo.InvariantCulture)),
                new AwardInput("campaigns.input.referrals", winner.Count.ToString(CultureInfo.InvariantCulture)),
            ],
        };
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    /// <param name="Passing">Codes of leaderboards to leave as they are.</param>
    internal sealed record Input(IReadOnlyList<string> Passing) : IInput<Result>;

    /// <param name="Campaign">Its code; null: none is left to close.</param>
    /// <param name="Month">Its first day.</param>
    /// <param name="AwardCount">Given for it.</param>
    /// <param name="Why">Why it stays open; null: it is closed.</param>
    internal sealed record Result(
        string? Campaign, DateOnly? Month, int AwardCount, [property: JsonPropertyName("whyNot")] string? Why = null);
}
