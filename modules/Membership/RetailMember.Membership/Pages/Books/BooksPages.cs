using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Reports.Books;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Books;

/// <summary>Whether the books add up: of one brand with its figures, and of the chain brand beside brand.</summary>
internal static class BooksPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/books", (PageCall page, TimeProvider time, Guid? check) => ShowAsync(page, time, check, FormFaults.None));
        pages.MapPost("/books", (PageCall page, TimeProvider time) => page.SubmitAsync<StartBookCheck.Input, BookCheckView>(
            _ => Page.Redirect(page.Address("membership/books")),
            faults => ShowAsync(page, time, null, faults)));
        pages.MapGet("/books/{check:guid}/result", async (PageCall page, TimeProvider time, Guid check) =>
            (await page.RunAsync(new ReadBookCheck.Input(check))).Check!.State == BookCheckState.Waiting
                ? Results.NoContent()
                : await ShowAsync(page, time, null, FormFaults.None));
        endpoints.ChainPages.MapGet("/books", async (PageCall page) =>
            Page.For<ChainBooksPage>(new ChainBooksModel(await page.RunAsync(new ReadChainBooks.Input()))));
        endpoints.ChainPages.MapPost("/books", VerifyAllAsync);
    }

    private static async Task<IResult> ShowAsync(PageCall page, TimeProvider time, Guid? check, FormFaults faults) =>
        Page.For<BooksPage>(new BooksModel(
            await page.RunAsync(new ReadBookCheck.Input(check)),
            (await page.RunAsync(new FindBookChecks.Input(Size: BooksModel.RecentChecks))).Items,
            time.GetUtcNow().UtcDateTime,
            time.Today(page.Context.RequiredBrand),
            faults));

    /// <summary>A brand whose books are being verified already is passed over.</summary>
    private static async Task<IResult> VerifyAllAsync(PageCall page, IBrandDirectory brands)
    {
        page.Require(MembershipPermissions.ViewReports);
        var started = 0;
        foreach (var brand in brands.Brands)
            if ((await page.In(brand).TryAsync(new StartBookCheck.Input())).Refusal is null) started++;
        return Page.Redirect(page.Address("membership/books"), Flash.Success("membership.books.started", ("count", started)));
    }
}
