using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Campaigns.Rules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Campaigns.Pages.Campaigns;

/// <summary>The form of a draft: of a new campaign of a kind, or of the next version of one that is there.</summary>
internal static class CampaignFormPages
{
    private const string New = "/campaigns/new/{kind}";
    private const string Edit = "/campaigns/{campaign}/edit";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(New, (PageCall page, IBrandDirectory brands, TimeProvider time, string kind) =>
            NewAsync(page, brands, time, kind, FormFaults.None));
        pages.MapPost(New, (PageCall page, IBrandDirectory brands, TimeProvider time, string kind) => page.SubmitAsync(
            () => SaveAsync(page), faults => NewAsync(page, brands, time, kind, faults)));
        pages.MapGet(Edit, (PageCall page, IBrandDirectory brands, string campaign) =>
            EditAsync(page, brands, campaign, FormFaults.None));
        pages.MapPost(Edit, (PageCall page, IBrandDirectory brands, string campaign) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, brands, campaign, faults)));
    }

    private static Task<IResult> NewAsync(PageCall page, IBrandDirectory brands, TimeProvider time, string kind, FormFaults faults)
    {
        var of = Enum.GetValues<CampaignKind>().FirstOrDefault(k => EnumCode.Of(k) == kind);
        return FormAsync(
            page, brands, CampaignForm.Blank(of, page.Context.RequiredBrand.DateOf(time.GetUtcNow().UtcDateTime)), isNew: true, faults);
    }

    private static async Task<IResult> EditAsync(PageCall page, IBrandDirectory brands, string campaign, FormFaults faults)
    {
        var read = await page.RunAsync(new ReadCampaign.Input(campaign));
        return await FormAsync(page, brands, CampaignForm.Of(campaign, read.Wordings[0].Terms), isNew: false, faults);
    }

    private static async Task<IResult> FormAsync(
        PageCall page, IBrandDirectory brands, CampaignForm form, bool isNew, FormFaults faults) =>
        Page.For<CampaignFormPage>(new CampaignFormModel(
            form, isNew, await page.RunAsync(new ReadCampaignChoices.Input()),
            [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)], faults));

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<CampaignForm>()).ToInput());
        return Page.Redirect(
            page.ToCampaigns("campaigns/" + Uri.EscapeDataString(saved.Campaign)),
            Flash.Success("campaigns.saved", ("campaign", saved.Campaign)));
    }
}
