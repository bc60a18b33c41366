using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Tags;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.UseCases;
using static RetailMember.Membership.MembershipPermissions;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>The list of tags, one of them, its preview and its steps.</summary>
internal static class TagPages
{
    private const string List = "/tags";
    private const string One = List + "/{tag}";

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet(List, async (PageCall page) => Page.For<TagListPage>(new TagListModel(
            await page.RunAsync(page.Query<FindTags.Input>()), page.May(EditTags), page.May(ActivateTags))));
        pages.MapGet(List + "/export.{format}", async (PageCall page, string format) => ExportFile.Of(
            format, "tags", TagColumns.In(page.Texts), page.TimeZone,
            (await page.RunAsync(page.Query<FindTags.Input>())).Tags.ToAsyncEnumerable()));
        pages.MapGet(List + "/recount", async (PageCall page) => await RecountAsync(page));
        pages.MapPost(List + "/recount", async (PageCall page) =>
        {
            await page.RunAsync(new StartRecount.Input());
            return Page.Redirect(page.Address("membership/tags"), Flash.Success("membership.tag.recount-started"));
        });
        TagFormPages.Map(pages);
        pages.MapGet(One, async (PageCall page, string tag) => Page.For<TagPage>(new TagModel(
            await page.RunAsync(new ReadTag.Input(tag)), page.May(EditTags), page.May(ActivateTags), page.May(ViewMembers))));
        pages.MapGet(One + "/preview", async (PageCall page, string tag) =>
        {
            var read = await page.RunAsync(new ReadTag.Input(tag));
            return Page.PartFor<TagPreviewPart>(await page.RunAsync(new PreviewTag.Input(read.Wordings[0].Terms)));
        });
        MapStep(pages, "activation", tag => new ActivateTag.Input(tag), "membership.tag.activated");
        MapStep(pages, "end", tag => new EndTag.Input(tag), "membership.tag.ended");
        MemberTagPages.Map(pages);
    }

    private static async Task<IResult> RecountAsync(PageCall page) =>
        (await page.RunAsync(new FindTags.Input())).Recount is { } recount
            ? Page.PartFor<RecountPart>(recount)
            : Results.NoContent();

    private static void MapStep(PageRoutes pages, string step, Func<string, IInput<TagView>> command, string done) =>
        pages.MapPost($"{One}/{step}", async (PageCall page, string tag) =>
        {
            var outcome = await page.TryAsync(command(tag));
            if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.NotFound) } no) throw no;
            return Page.Redirect(page.ToTag(tag), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success(done, ("tag", tag)));
        });
}
