using Microsoft.AspNetCore.Http;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Campaigns;

/// <summary>The list of campaigns, the form of a draft, one campaign with its steps, and what came of it.</summary>
internal static class CampaignPages
{
    private const string List = "/message-campaigns";
    private const string New = List + "/new";
    private const string One = List + "/{campaign}";
    private const string Edit = One + "/edit";

    /// <summary>So long after its time a campaign may begin.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(5);

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<CampaignListPage>(new CampaignListModel(
            await page.RunAsync(page.Query<FindMessageCampaigns.Input>() with { Size = table.Size }), await SegmentsAsync(page),
            page.May(MarketingRights.EditCampaigns))));
        pages.MapGet(New, (PageCall page) => FormAsync(page, null, FormFaults.None));
        pages.MapPost(New, (PageCall page) => page.SubmitAsync(() => SaveAsync(page), faults => FormAsync(page, null, faults)));
        pages.MapGet(Edit, (PageCall page, string campaign) => EditAsync(page, campaign, FormFaults.None));
        pages.MapPost(Edit, (PageCall page, string campaign) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, campaign, faults)));
        pages.MapGet(One, async (PageCall page, TimeProvider time, string campaign) =>
            Page.For<CampaignPage>(await ModelAsync(page, time, campaign)));
        pages.MapGet(One + "/progress", async (PageCall page, string campaign, string? step) =>
            Page.PartFor<CampaignProgressPart>(await ProgressAsync(page, campaign, step)));
        MapStep<ApproveMessageCampaign.Input>(pages, "approval");
        MapStep<ScheduleMessageCampaign.Input>(pages, "dispatch");
        MapStep<PauseMessageCampaign.Input>(pages, "interruption");
        MapStep<ResumeMessageCampaign.Input>(pages, "resumption");
        MapStep<StopMessageCampaign.Input>(pages, "end");
    }

    private static void MapStep<TInput>(PageRoutes pages, string step)
        where TInput : IInput<CampaignView> =>
        pages.MapPost($"{One}/{step}", async (PageCall page, string campaign) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<TInput>());
            if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.NotFound) } no) throw no;
            return Page.Redirect(To(page, campaign), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success("marketing.campaign.done." + step, ("campaign", campaign)));
        });

    private static async Task<CampaignModel> ModelAsync(PageCall page, TimeProvider time, string campaign)
    {
        var read = await page.RunAsync(new ReadMessageCampaign.Input(campaign));
        var late = time.GetUtcNow().UtcDateTime - Punctual;
        var isToCome = read.CampaignStanding.StartedAt is null && read.CampaignStanding.EndedAt is null;
        return new CampaignModel(
            read, await page.RunAsync(new ReadCampaignWords.Input(campaign)),
            (await SegmentsAsync(page)).GetValueOrDefault(read.CampaignStanding.Terms.Segment),
            isToCome ? await ForecastAsync(page, campaign) : null,
            isToCome ? await PreviewAsync(page, read.CampaignStanding) : null,
            read.CampaignStanding is { State: MessageCampaignState.Scheduled, DueAt: { } due } && due < late,
            page.May(MarketingRights.EditCampaigns), page.May(MarketingRights.ApproveCampaigns),
            page.May(MarketingRights.RunCampaigns));
    }

    private static async Task<CampaignProgressModel> ProgressAsync(PageCall page, string campaign, string? step)
    {
        var read = await page.RunAsync(new ReadCampaignProgress.Input(campaign));
        return new CampaignProgressModel(
            read.CampaignStanding, read.Sent, read.Delivered, read.HasReceipts, read.IsMoving, read.Settled, step ?? "");
    }

    private static async Task<IReadOnlyDictionary<string, LocalName>> SegmentsAsync(PageCall page)
    {
        var found = await page.TryAsync(new FindSegments.Input());
        return found.Accepted
            ? found.Value.Segments.ToDictionary(s => s.Segment, s => s.Terms.Name)
            : new Dictionary<string, LocalName>();
    }

    private static async Task<ForecastMessageCampaign.Result?> ForecastAsync(PageCall page, string campaign)
    {
        var forecast = await page.TryAsync(new ForecastMessageCampaign.Input(campaign));
        return forecast.Accepted ? forecast.Value : null;
    }

    /// <summary>Null where the segment is not there, or he may not see it.</summary>
    private static async Task<PreviewSegment.Result?> PreviewAsync(PageCall page, CampaignView campaign)
    {
        var read = await page.TryAsync(new ReadSegment.Input(campaign.Terms.Segment));
        if (!read.Accepted) return null;
        var meant = read.Value.Wordings.First(w => campaign.SegmentNumber is not { } approved || w.Version == approved);
        var preview = await page.TryAsync(new PreviewSegment.Input(meant.Terms.Members));
        return preview.Accepted ? preview.Value : null;
    }

    /// <summary>What is on its way, or over, is not edited any more.</summary>
    private static async Task<IResult> EditAsync(PageCall page, string campaign, FormFaults faults)
    {
        var view = (await page.RunAsync(new ReadMessageCampaign.Input(campaign))).CampaignStanding;
        return view.State is MessageCampaignState.Draft or MessageCampaignState.Approved
            ? await FormAsync(page, view, faults)
            : Page.Redirect(To(page, campaign), Flash.Danger("refusal.marketing.campaign-state", ("campaign", campaign)));
    }

    private static async Task<IResult> FormAsync(PageCall page, CampaignView? campaign, FormFaults faults)
    {
        page.Require(MarketingRights.EditCampaigns);
        return Page.For<CampaignFormPage>(new CampaignFormModel(
            campaign, await page.RunAsync(new ReadCampaignChoices.Input()), faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync(await page.FormAsync<EditMessageCampaign.Input>());
        return Page.Redirect(To(page, saved.Campaign), Flash.Success("marketing.campaign.saved", ("campaign", saved.Campaign)));
    }

    private static string To(PageCall page, string campaign) =>
        page.Address("marketing/message-campaigns/" + Uri.EscapeDataString(campaign));
}
