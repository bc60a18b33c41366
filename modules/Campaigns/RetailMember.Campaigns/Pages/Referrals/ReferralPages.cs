using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Campaigns.Referrals;
using RetailMember.Pages;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Pages.Referrals;

/// <summary>The leaderboard of a month, and who brought whom, with those that wait for a decision.</summary>
internal static class ReferralPages
{
    private const int MonthsBack = 12;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/leaderboard", BoardAsync);
        pages.MapGet("/referrals", async (PageCall page, TableQuery table) => Page.For<ReferralListPage>(new ReferralTableModel(
            await page.RunAsync(page.Query<FindReferrals.Input>() with { Size = table.Size }),
            page.May(CampaignsPermissions.DecideReferrals))));
        pages.MapPost("/referrals/{referral:guid}", async (PageCall page, HttpRequest request, Guid referral) =>
        {
            var accept = (await request.ReadFormAsync())["accept"] == "true";
            var outcome = await page.TryAsync(new DecideReferral.Input(referral, accept));
            if (outcome.Refusal is { Kind: not RefusalKind.Conflict } no) throw no;
            var back = page.ToCampaigns("referrals?state=held");
            if (outcome.Refusal is { } fault) return Page.Redirect(back, Flash.Danger("refusal." + fault.Code, [.. fault.Facts]));
            return Page.Redirect(back, outcome.Value.State == ReferralState.Refused
                ? Flash.Warning("campaigns.referral.refused-now", ("why", page.Texts["campaigns.why." + outcome.Value.Why]))
                : Flash.Success("campaigns.referral.accepted-now"));
        });
    }

    private static async Task<IResult> BoardAsync(PageCall page, TimeProvider time, DateOnly? month)
    {
        var board = await page.RunAsync(new ReadLeaderboard.Input(month));
        var today = page.Context.RequiredBrand.DateOf(time.GetUtcNow().UtcDateTime);
        var held = await page.RunAsync(new FindReferrals.Input { State = ReferralState.Held });
        return Page.For<LeaderboardPage>(new LeaderboardModel(
            board,
            [.. Enumerable.Range(0, MonthsBack).Select(n => new DateOnly(today.Year, today.Month, 1).AddMonths(-n))],
            held.Items.Count));
    }
}
