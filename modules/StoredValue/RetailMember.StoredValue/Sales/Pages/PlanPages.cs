using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Targets of the month, sales campaigns and sales channels, and the forms to set them.</summary>
internal static class PlanPages
{
    private const string Division = "sales-plan/division";

    /// <summary>Where a month's target of an area or store, or the team's over areas or sales channels, is divided.</summary>
    public static string Split(TargetScope over, string? within, DateOnly month) =>
        $"{Division}?over={EnumCode.Of(over)}&month={Figures.Day(month)}"
        + (within is null ? "" : "&within=" + Uri.EscapeDataString(within));

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/sales-plan", (PageCall page, IBrandDirectory brands, IStaff staff) =>
            ShowAsync(page, brands, staff, PlanForm.Target, FormFaults.None));
        pages.MapPost("/sales-plan/targets", (PageCall page, IBrandDirectory brands, IStaff staff) =>
            page.SubmitAsync<EditTarget.Input, TargetView>(
                _ => Done(page), faults => ShowAsync(page, brands, staff, PlanForm.Target, faults)));
        pages.MapPost("/sales-plan/campaigns", (PageCall page, IBrandDirectory brands, IStaff staff) =>
            page.SubmitAsync<EditSalesCampaign.Input, SalesCampaignView>(
                _ => Done(page), faults => ShowAsync(page, brands, staff, PlanForm.Campaign, faults)));
        pages.MapPost("/sales-plan/channels", (PageCall page, IBrandDirectory brands, IStaff staff) =>
            page.SubmitAsync<EditSalesChannel.Input, SalesChannelView>(
                _ => Done(page), faults => ShowAsync(page, brands, staff, PlanForm.Channel, faults)));
        MapStep<ApproveSalesCampaign.Input>(pages, "approval");
        MapStep<DeleteSalesCampaign.Input>(pages, "deletion");
        pages.MapGet("/" + Division, (PageCall page) => SplitAsync(page, FormFaults.None));
        pages.MapPost("/" + Division, (PageCall page) => page.SubmitAsync<SplitTarget.Input, SplitTarget.Result>(
            done => Page.Redirect(
                page.ToSales(Split(done.Over, done.Within, done.Month)), Flash.Success("storedvalue.sales.done")),
            faults => SplitAsync(page, faults)));
        pages.MapPost("/sales-plan/usual-targets", async (PageCall page) =>
        {
            await page.RunAsync(new SetUsualTargets.Input());
            return Done(page);
        });
    }

    private static void MapStep<TInput>(PageRoutes pages, string step)
        where TInput : IInput<SalesCampaignView> =>
        pages.MapPost($"/sales-plan/campaigns/{{campaign}}/{step}", async (PageCall page) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<TInput>());
            if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.Forbidden) } no) throw no;
            return outcome.Refusal is { } fault
                ? Page.Redirect(page.ToSales("sales-plan"), Flash.Danger("refusal." + fault.Code, [.. fault.Facts]))
                : Done(page);
        });

    private static IResult Done(PageCall page) => Page.Redirect(page.ToSales("sales-plan"), Flash.Success("storedvalue.sales.done"));

    private static async Task<IResult> SplitAsync(PageCall page, FormFaults faults) => Page.For<SplitPage>(
        new SplitModel(await page.RunAsync(page.Query<ReadTargetSplit.Input>()), faults));

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, IStaff staff, PlanForm form, FormFaults faults)
    {
        var found = await page.RunAsync(new FindTargets.Input());
        var campaigns = await page.RunAsync(new FindSalesCampaigns.Input());
        var channels = (await page.RunAsync(new FindSalesChannels.Input())).SalesChannels;
        return Page.For<PlanPage>(new PlanModel(
            found.Month, found.Targets, campaigns.Campaigns, channels,
            page.May(SalesPermissions.EditTargets) ? Offered(page, brands, staff, channels) : null,
            part => part == form ? faults : FormFaults.None)
        {
            MayApprove = page.May(SalesPermissions.ApproveCampaigns), Today = campaigns.BusinessDate,
            Reader = page.Context.Caller.Name,
        });
    }

    private static IReadOnlyList<Choice> Offered(
        PageCall page, IBrandDirectory brands, IStaff staff, IReadOnlyList<SalesChannelView> channels)
    {
        var stores = brands.StoresOf(page.Context.RequiredBrand.Id);
        return
        [
            .. DefaultRole.All.Select(r => new Choice(r, page.Texts.OfRole(r))),
            .. staff.Of(page.Context.RequiredBrand.Id).AsChoices(),
            .. stores.AsChoices(),
            .. stores.Select(s => s.Area).Distinct().Select(a => new Choice(a, a)),
            .. channels.Where(c => !c.Closed).AsChoices(page.Texts),
        ];
    }
}

/// <summary>What of the plan somebody has sent in.</summary>
internal enum PlanForm
{
    Target,
    Campaign,
    Channel,
}

/// <param name="Month">Its first day.</param>
/// <param name="Offered">Who or what a target can be for; null: whoever reads this sets none.</param>
/// <param name="FaultsOf">What is wrong with what was sent in by one of the forms.</param>
internal sealed record PlanModel(
    DateOnly Month,
    IReadOnlyList<TargetView> Targets,
    IReadOnlyList<SalesCampaignView> Campaigns,
    IReadOnlyList<SalesChannelView> Channels,
    IReadOnlyList<Choice>? Offered,
    Func<PlanForm, FormFaults> FaultsOf)
{
    public bool MayEdit => Offered is not null;

    public required bool MayApprove { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>His user name: he does not approve what he planned.</summary>
    public required string Reader { get; init; }

    public bool MayBeApproved(SalesCampaignView campaign) =>
        MayApprove && campaign.To >= Today && campaign.PlannedBy != Reader;
}

/// <param name="Read">How it is divided now.</param>
internal sealed record SplitModel(ReadTargetSplit.Result Read, FormFaults Faults);
