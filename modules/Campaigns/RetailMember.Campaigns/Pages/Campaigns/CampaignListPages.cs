using Microsoft.AspNetCore.Http;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Campaigns.CampaignsPermissions;

namespace RetailMember.Campaigns.Pages.Campaigns;

/// <summary>The list of campaigns, one of them, and its steps.</summary>
internal static class CampaignListPages
{
    private const string List = "/campaigns";
    private const string One = List + "/{campaign}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page) => Page.For<CampaignListPage>(new CampaignListModel(
            (await page.RunAsync(page.Query<FindCampaigns.Input>())).Campaigns,
            await page.RunAsync(new ReadPrizeNames.Input()), page.May(EditCampaigns))));
        pages.MapGet(List + "/export.{format}", async (PageCall page, string format) => ExportFile.Of(
            format, "campaigns", CampaignColumns.Campaigns(page.Texts), page.TimeZone,
            (await page.RunAsync(page.Query<FindCampaigns.Input>())).Campaigns.ToAsyncEnumerable()));
        pages.MapGet(One, async (PageCall page, TableQuery table, string campaign) => Page.For<CampaignPage>(new CampaignModel(
            await page.RunAsync(new ReadCampaign.Input(campaign)),
            await page.RunAsync(new ReadPrizeNames.Input()),
            await page.RunAsync(page.Query<FindAwards.Input>() with { Size = table.Size }),
            page.May(EditCampaigns), page.May(RunCampaigns), page.May(RevokeAwards))));
        pages.MapGet(One + "/export.{format}", (PageCall page, string format, string campaign) => ExportFile.Of(
            format, campaign, CampaignColumns.Awards(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindAwards.Input>() with { After = after, Size = Cursor.LargestSize }))));
        MapStep(pages, "activation", campaign => new ActivateCampaign.Input(campaign), "campaigns.activated");
        MapStep(pages, "interruption", campaign => new PauseCampaign.Input(campaign), "campaigns.paused");
        MapStep(pages, "resumption", campaign => new ResumeCampaign.Input(campaign), "campaigns.resumed");
        MapStep(pages, "end", campaign => new EndCampaign.Input(campaign), "campaigns.ended");
    }

    private static void MapStep(
        PageRoutes pages, string step, Func<string, IInput<CampaignView>> command, string done) =>
        pages.MapPost($"{One}/{step}", async (PageCall page, string campaign) =>
        {
            var outcome = await page.TryAsync(command(campaign));
            if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.NotFound) } no) throw no;
            return Page.Redirect(page.ToCampaigns("campaigns/" + Uri.EscapeDataString(campaign)), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success(done, ("campaign", campaign)));
        });
}
