using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <summary>Who may be a member twice, what merging them would come to, doing it, and taking them apart again.</summary>
internal static class MergePages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/duplicates", async (PageCall page) =>
            Page.For<DuplicatesPage>(new DuplicatesModel(await page.RunAsync(page.Query<FindDuplicates.Input>()))));
        pages.MapGet("/merges/new", (PageCall page, string? survivor, string? duplicate) =>
            PreviewAsync(page, survivor, duplicate, FormFaults.None));
        pages.MapPost("/merges/new", (PageCall page, string? survivor, string? duplicate) =>
            page.SubmitAsync<MergeMembers.Input, MergeMembers.Result>(
                done => Page.Redirect(
                    page.ToMember(done.MemberNo),
                    Flash.Success("membership.merge.done", ("number", done.DuplicateNo), ("points", done.Points))),
                faults => PreviewAsync(page, survivor, duplicate, faults)));
        pages.MapGet("/members/{member}/merges", (PageCall page, string member) => ListAsync(page, member, FormFaults.None));
        pages.MapPost("/members/{member}/merges/{merge:guid}/reversal", (PageCall page, string member) =>
            page.SubmitAsync<UnmergeMembers.Input, UnmergeMembers.Result>(
                done => Page.Redirect(page.ToMember(done.DuplicateNo), UndoneFlash(done)),
                faults => ListAsync(page, member, faults)));
    }

    private static async Task<IResult> PreviewAsync(PageCall page, string? survivor, string? duplicate, FormFaults faults)
    {
        page.Require(MembershipPermissions.MergeMembers);
        if (string.IsNullOrWhiteSpace(survivor) || string.IsNullOrWhiteSpace(duplicate))
            return Page.For<MergePage>(new MergeModel(survivor, duplicate, null, null, faults));
        var told = await page.TryAsync(new PreviewMerge.Input(survivor, duplicate));
        return Page.For<MergePage>(told.Refusal is { } no
            ? new MergeModel(survivor, duplicate, null, FormFaults.Of(no, page.Texts), faults)
            : new MergeModel(survivor, duplicate, told.Value, null, faults));
    }

    private static async Task<IResult> ListAsync(PageCall page, string member, FormFaults faults) =>
        Page.For<MergeListPage>(new MergeListModel(
            await page.RunAsync(new ReadMember.Input(member)), await page.RunAsync(new FindMerges.Input(member)),
            page.May(MembershipPermissions.MergeMembers), faults));

    private static Flash UndoneFlash(UnmergeMembers.Result done) => done.MissingPoints == 0
        ? Flash.Success("membership.merge.undone", ("number", done.DuplicateNo), ("points", done.Points))
        : Flash.Warning(
            "membership.merge.undone-missing", ("number", done.DuplicateNo), ("points", done.Points),
            ("missing", done.MissingPoints));
}

internal sealed record DuplicatesModel(PageOf<FindDuplicates.Row> Found);

/// <param name="Preview">Null until both are named and may be merged.</param>
/// <param name="Against">Why they may not.</param>
internal sealed record MergeModel(
    string? Survivor, string? Duplicate, PreviewMerge.Result? Preview, FormFaults? Against, FormFaults Faults);

internal sealed record MergeListModel(ReadMember.Result Member, FindMerges.Result Merges, bool MayUndo, FormFaults Faults);
