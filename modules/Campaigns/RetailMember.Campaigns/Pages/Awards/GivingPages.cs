using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Campaigns.Behaviours;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using static RetailMember.Campaigns.CampaignsPermissions;

namespace RetailMember.Campaigns.Pages.Awards;

/// <summary>Where staff rewards by hand what a member did or wrote.</summary>
internal static class GivingPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/giving", (PageCall page, IBrandDirectory brands, string? member) =>
            ShowAsync(page, brands, member, ofContent: false, FormFaults.None));
        pages.MapPost("/giving/behaviours", (PageCall page, IBrandDirectory brands) => page.SubmitAsync<AwardBehaviour.Input, AwardAnswer>(
            done => Done(page, done), faults => ShowAsync(page, brands, null, ofContent: false, faults)));
        pages.MapPost("/giving/content", (PageCall page, IBrandDirectory brands) => page.SubmitAsync<AwardContent.Input, AwardAnswer>(
            done => Done(page, done), faults => ShowAsync(page, brands, null, ofContent: true, faults)));
    }

    private static IResult Done(PageCall page, AwardAnswer done) => Page.Redirect(
        page.ToCampaigns("giving"),
        Flash.Success("campaigns.giving.done", ("number", done.MemberNo), ("points", done.Points), ("campaign", done.Campaign)));

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, string? member, bool ofContent, FormFaults faults)
    {
        var given = (await page.RunAsync(new FindGivenByHand.Input())).Campaigns;
        return Page.For<GivingPage>(new GivingModel(
            given, await page.RunAsync(new ReadPrizeNames.Input()), brands.For(page, AwardBehaviours),
            page.MayAtSomeStore(CampaignsPermissions.AwardContent), ofContent, member, faults));
    }
}
