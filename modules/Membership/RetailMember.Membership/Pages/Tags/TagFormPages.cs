using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Tags;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>The form of a draft: of a new tag, or of the next version of one that is there.</summary>
internal static class TagFormPages
{
    private const string New = "/tags/new/{kind}";
    private const string Edit = "/tags/{tag}/edit";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(New, (PageCall page, TimeProvider time, string kind) => Blank(page, time, kind, FormFaults.None));
        pages.MapPost(New, (PageCall page, TimeProvider time, string kind) => page.SubmitAsync(
            () => SaveAsync(page), faults => Task.FromResult(Blank(page, time, kind, faults))));
        pages.MapGet(Edit, (PageCall page, TimeProvider time, string tag) => EditAsync(page, time, tag, FormFaults.None));
        pages.MapPost(Edit, (PageCall page, TimeProvider time, string tag) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, time, tag, faults)));
    }

    private static IResult Blank(PageCall page, TimeProvider time, string kind, FormFaults faults)
    {
        page.Require(MembershipPermissions.EditTags);
        var of = Enum.GetValues<TagKind>().FirstOrDefault(k => EnumCode.Of(k) == kind);
        return Page.For<TagFormPage>(new TagFormModel(
            TagForm.Blank(of, time.Today(page.Context.RequiredBrand)), IsNew: true, faults));
    }

    /// <summary>The next version of what decides begins today.</summary>
    private static async Task<IResult> EditAsync(PageCall page, TimeProvider time, string tag, FormFaults faults)
    {
        page.Require(MembershipPermissions.EditTags);
        var read = await page.RunAsync(new ReadTag.Input(tag));
        var latest = read.Wordings[0];
        var terms = latest.State == TagVersionState.Draft
            ? latest.Terms
            : latest.Terms with { From = time.Today(page.Context.RequiredBrand) };
        return Page.For<TagFormPage>(new TagFormModel(TagForm.Of(tag, terms), IsNew: false, faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<TagForm>()).ToInput());
        return Page.Redirect(page.ToTag(saved.Tag), Flash.Success("membership.tag.saved", ("tag", saved.Tag)));
    }
}
