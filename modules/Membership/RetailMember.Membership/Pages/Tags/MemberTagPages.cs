using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Tags;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>Giving a member tags by hand, and taking them away.</summary>
internal static class MemberTagPages
{
    private const string Tags = "/members/{member}/tags";
    private const string Removal = Tags + "/{tag}/removal";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Tags, (PageCall page, IBrandDirectory brands, string member) => ShowAsync(page, brands, member, FormFaults.None));
        pages.MapPost(Tags, (PageCall page, IBrandDirectory brands, string member) =>
            page.SubmitAsync<TagMember.Input, TagMember.Result>(
                done => Page.Redirect(page.ToMember(done.MemberNo, "tags"), Flash.Success("membership.tag.given")),
                faults => ShowAsync(page, brands, member, faults)));
        pages.MapGet(Removal, (PageCall page, IBrandDirectory brands, string member, string tag) =>
            AskAsync(page, brands, member, tag, FormFaults.None));
        pages.MapPost(Removal, (PageCall page, IBrandDirectory brands, string member, string tag) =>
            page.SubmitAsync<UntagMember.Input, UntagMember.Result>(
                done => Page.Redirect(page.ToMember(done.MemberNo, "tags"), Flash.Success("membership.tag.taken")),
                faults => AskAsync(page, brands, member, tag, faults)));
    }

    private static async Task<IResult> AskAsync(PageCall page, IBrandDirectory brands, string member, string tag, FormFaults faults)
    {
        page.Require(MembershipPermissions.TagMembers);
        var read = await page.RunAsync(new ReadTag.Input(tag));
        return Page.For<UntagPage>(new UntagModel(
            await page.FileAsync(brands, member), read.Definition.Terms.Name.In(page.Texts.Language), faults));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string member, FormFaults faults)
    {
        page.Require(MembershipPermissions.TagMembers);
        var tags = await page.RunAsync(new FindMemberTags.Input(member));
        var held = tags.Tags.Select(t => t.Tag).ToHashSet();
        var known = await page.RunAsync(new FindTags.Input { State = TagState.Active, Kind = TagKind.Manual });
        return Page.For<MemberTagsPage>(new MemberTagsModel(
            await page.FileAsync(brands, member),
            tags,
            [.. known.Tags.Where(t => !held.Contains(t.Tag)).Select(t => new Choice(t.Tag, t.Terms.Name.In(page.Texts.Language)))],
            faults));
    }
}
