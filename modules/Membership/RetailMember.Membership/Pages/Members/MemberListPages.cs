using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <summary>Finding members, and taking the found ones along as a file.</summary>
internal static class MemberListPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        endpoints.BrandPages.MapGet("/members", ListAsync);
        endpoints.BrandPages.MapGet("/members/export.{format}", (PageCall page, IBrandDirectory brands, string format) =>
        {
            var asked = page.Query<FindMembers.Input>() with { Size = Cursor.LargestSize };
            return ExportFile.Of(
                format, "members", MemberColumns.In(page.Texts, brands.NamesOf(page)), page.TimeZone,
                ExportFile.PageByPage(after => page.RunAsync(asked with { After = after })));
        });
    }

    private static async Task<IResult> ListAsync(PageCall page, IBrandDirectory brands, HttpRequest request)
    {
        var asked = page.Query<FindMembers.Input>();
        if (!request.Query.ContainsKey("size")) asked = asked with { Size = TableQuery.DefaultSize };
        var found = await page.RunAsync(asked);

        // A scanned card or a whole number names one person: there is nothing to choose from.
        if (asked.Search is not null && found.Items is [var only] && !request.Headers.ContainsKey("HX-Request"))
            return Page.Redirect(page.ToMember(only.MemberNo));
        return Page.For<MemberListPage>(new MemberListModel(
            found,
            await page.RunAsync(new ReadTerms.Input()),
            brands.NamesOf(page),
            asked with { After = null, Size = Cursor.DefaultSize } != new FindMembers.Input(),
            page.May(MembershipPermissions.EnrolMembers)));
    }
}
