using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Segments;

/// <summary>The list of segments, one of them, and the builder of their conditions with its live count.</summary>
internal static class SegmentPages
{
    private const string List = "/segments";
    private const string New = List + "/new";
    private const string One = List + "/{segment}";
    private const string Edit = One + "/edit";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page) => Page.For<SegmentListPage>(new SegmentListModel(
            (await page.RunAsync(new FindSegments.Input())).Segments, await KindsAsync(page), page.May(MarketingRights.EditSegments))));
        pages.MapGet(New, (PageCall page) => FormAsync(page, new SegmentForm(), isNew: true, FormFaults.None));
        pages.MapPost(New, (PageCall page) => page.SubmitAsync(
            () => SaveAsync(page), async faults => await FormAsync(page, await page.FormAsync<SegmentForm>(), isNew: true, faults)));
        pages.MapGet(One, async (PageCall page, string segment) => Page.For<SegmentPage>(new SegmentModel(
            await page.RunAsync(new ReadSegment.Input(segment)), await KindsAsync(page), page.May(MarketingRights.EditSegments))));
        pages.MapGet(One + "/count", async (PageCall page, string segment) => Page.PartFor<SegmentPreviewPart>(
            await PreviewAsync(page, (await page.RunAsync(new ReadSegment.Input(segment))).Wordings[0].Terms.Members)));
        pages.MapGet(Edit, async (PageCall page, string segment) =>
        {
            var newest = (await page.RunAsync(new ReadSegment.Input(segment))).Wordings[0];
            return await FormAsync(page, SegmentForm.Of(segment, newest.Version, newest.Terms), isNew: false, FormFaults.None);
        });
        pages.MapPost(Edit, (PageCall page, string segment) => page.SubmitAsync(
            () => SaveAsync(page), async faults => await FormAsync(page, await page.FormAsync<SegmentForm>(), isNew: false, faults)));
        pages.MapPost(List + "/builder", BuildAsync);
    }

    private static async Task<IResult> FormAsync(PageCall page, SegmentForm form, bool isNew, FormFaults faults)
    {
        page.Require(MarketingRights.EditSegments);
        return Page.For<SegmentFormPage>(new SegmentFormModel(form, isNew, await BuilderAsync(page, form), faults));
    }

    /// <summary>
    /// The builder after a change: rows that were emptied are gone, and a spare one stands at the end of each group. What it
    /// shows is the tree and not what was sent, for rows have moved up.
    /// </summary>
    private static async Task<IResult> BuildAsync(PageCall page, HttpContext http)
    {
        var form = await page.FormAsync<SegmentForm>();
        var kinds = await KindsAsync(page);
        http.Features.Set<IFormFeature>(null);
        var members = SegmentForm.GroupRow.Of(form.Terms.Members.ToGroup(kinds));
        return Page.PartFor<SegmentBuilder>(new BuilderModel(members, kinds, await PreviewAsync(page, form.Terms.Members.ToGroup(kinds))));
    }

    private static async Task<BuilderModel> BuilderAsync(PageCall page, SegmentForm form)
    {
        var kinds = await KindsAsync(page);
        return new BuilderModel(form.Terms.Members, kinds, await PreviewAsync(page, form.Terms.Members.ToGroup(kinds)));
    }

    private static async Task<PreviewModel> PreviewAsync(PageCall page, SegmentGroup members)
    {
        var outcome = await page.TryAsync(new PreviewSegment.Input(members));
        if (outcome.Refusal is { Kind: not RefusalKind.Invalid } no) throw no;
        return outcome.Refusal is { } fault ? new PreviewModel(null, fault) : new PreviewModel(outcome.Value, null);
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var form = await page.FormAsync<SegmentForm>();
        var saved = await page.RunAsync(form.ToInput(await KindsAsync(page)));
        return Page.Redirect(
            page.Address("marketing/segments/" + Uri.EscapeDataString(saved.Segment)),
            Flash.Success("marketing.segment.saved", ("segment", saved.Segment)));
    }

    private static async Task<Kinds> KindsAsync(PageCall page) => new((await page.RunAsync(new ReadConditions.Input())).Kinds);
}
