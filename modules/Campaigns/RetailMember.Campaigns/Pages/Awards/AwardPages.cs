using Microsoft.AspNetCore.Http;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Pages.Campaigns;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Awards;

/// <summary>All awards of the brand, of one member where the address names him, and taking them back.</summary>
internal static class AwardPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/awards", async (PageCall page, TableQuery table) => Page.For<AwardListPage>(new AwardListModel(
            await page.RunAsync(page.Query<FindAwards.Input>() with { Size = table.Size }),
            (await page.RunAsync(new FindCampaigns.Input())).Campaigns, page.May(CampaignsPermissions.RevokeAwards))));
        pages.MapGet("/awards/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "awards", CampaignColumns.Awards(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindAwards.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapPost("/awards/{award:guid}/revocation", async (PageCall page) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<RevokeAward.Input>());
            if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.Invalid) } no) throw no;
            return Page.Redirect(page.ToCampaigns("awards"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success("campaigns.award.taken-now", ("points", outcome.Value.PointsTaken), ("number", outcome.Value.MemberNo)));
        });
    }
}
