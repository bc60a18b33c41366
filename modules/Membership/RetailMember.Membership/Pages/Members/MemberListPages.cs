using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Tags;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <summary>Finding members, and taking the found ones along as a file.</summary>
internal static class MemberListPages
{
    private const string List = "membership/members";

    private static readonly string[] Impersonal = ["tierCode", "tag", "status", "enrolledAt", "joinedFrom", "joinedTo"];

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/members", ListAsync);
        pages.MapPost("/members/search", SearchAsync);
        pages.MapPost("/members/export.{format}", async (PageCall page, IBrandDirectory brands, string format) =>
        {
            var asked = await page.FormAsync<FindMembers.Input>() with { Size = Cursor.LargestSize };
            return ExportFile.Of(
                format, "members", MemberColumns.In(page.Texts, brands.NamesOf(page)), page.TimeZone,
                ExportFile.PageByPage(after => page.RunAsync(asked with { After = after })));
        });
    }

    /// <summary>By what names nobody. A search in the address is not answered: it would be told on.</summary>
    private static async Task<IResult> ListAsync(PageCall page, IBrandDirectory brands, HttpRequest request)
    {
        var asked = page.Query<FindMembers.Input>();
        if (asked.Search is not null) return Page.Redirect(page.Address(List));
        if (!request.Query.ContainsKey("size")) asked = asked with { Size = TableQuery.DefaultSize };
        return await ShowAsync(page, brands, asked, await page.RunAsync(asked));
    }

    private static async Task<IResult> SearchAsync(PageCall page, IBrandDirectory brands, HttpContext http)
    {
        var asked = await page.FormAsync<FindMembers.Input>();
        if (!http.Request.Form.ContainsKey("size")) asked = asked with { Size = TableQuery.DefaultSize };
        var found = await page.RunAsync(asked);

        // A scanned card or a whole number names one person: there is nothing to choose from.
        var isPart = new PageRequest(http).WantsFragment;
        if (asked is { Search: not null, After: null } && !isPart && found is { Items: [var only], Next: null })
            return Page.Redirect(page.ToMember(only.MemberNo));
        if (isPart) http.Response.Headers["HX-Replace-Url"] = ImpersonalAddress(page, http);
        return await ShowAsync(page, brands, asked, found);
    }

    /// <summary>Where the list can be found again, as far as an address may say it.</summary>
    private static string ImpersonalAddress(PageCall page, HttpContext http) => QueryHelpers.AddQueryString(
        page.Address(List),
        from filter in new PageRequest(http).Filters
        where Impersonal.Contains(filter.Name)
        select KeyValuePair.Create(filter.Name, (string?)filter.Value));

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, FindMembers.Input asked, PageOf<FindMembers.Row> found) =>
        Page.For<MemberListPage>(new MemberListModel(
            found,
            await page.RunAsync(new ReadTerms.Input()),
            brands.NamesOf(page),
            asked with { After = null, Size = Cursor.DefaultSize } != new FindMembers.Input(),
            page.May(MembershipPermissions.EnrolMembers),
            page.May(MembershipPermissions.ViewTags) ? (await page.RunAsync(new ReadTagChoices.Input())).Choices : []));
}
