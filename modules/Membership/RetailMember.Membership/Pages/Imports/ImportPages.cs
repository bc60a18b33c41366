using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using RetailMember.Membership.Imports;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Imports;

/// <summary>Files of an earlier system on their way into the brand's books: the list, one import, and a new one.</summary>
internal static class ImportPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/imports", async (PageCall page) =>
            Page.For<ImportListPage>(new ImportListModel(await page.RunAsync(page.Query<FindImports.Input>()))));
        MapNew(pages);
        pages.MapGet("/imports/{import:long}", (PageCall page, long import, string? after) =>
            ShowAsync(page, import, after, FormFaults.None));
        pages.MapGet("/imports/{import:long}/errors.csv", DownloadAsync);
        MapCommand(pages, "check", id => new StartCheck.Input(id));
        MapCommand(pages, "run", id => new StartImport.Input(id));
        MapCommand(pages, "cancel", id => new CancelImport.Input(id));
    }

    private static void MapNew(PageRoutes pages)
    {
        pages.MapGet("/imports/new", (PageCall page) =>
        {
            page.Require(MembershipPermissions.Import);
            return Page.For<NewImportPage>(new NewImportModel(FormFaults.None));
        });
        pages.MapPost("/imports/new", UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ImportUpload.LargestFile))
            .WithFormOptions(multipartBodyLengthLimit: ImportUpload.LargestFile);
        pages.MapPost("/imports/columns", async (PageCall page, HttpRequest request) =>
            Page.PartFor<ColumnsPart>(await page.RunAsync(await ImportForm.SampleAsync(request))));
    }

    /// <summary>A refusal, such as of somebody who was slower than another, is said on the import's page.</summary>
    private static void MapCommand(PageRoutes pages, string verb, Func<long, IInput<ImportView>> command) =>
        pages.MapPost("/imports/{import:long}/" + verb, (PageCall page, long import) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(command(import));
                return Page.Redirect(AddressOf(page, import));
            },
            faults => ShowAsync(page, import, null, faults)));

    private static Task<IResult> UploadAsync(PageCall page, HttpRequest request)
    {
        page.Require(MembershipPermissions.Import);
        return page.SubmitAsync(
            async () =>
            {
                await using var form = await ImportForm.ReadAsync(request);
                var import = await page.RunAsync(form.Input);
                await page.RunAsync<ImportView>(form.DryRun ? new StartCheck.Input(import.Import) : new StartImport.Input(import.Import));
                return Page.Redirect(AddressOf(page, import.Import));
            },
            faults => Task.FromResult(Page.For<NewImportPage>(new NewImportModel(faults))));
    }

    private static async Task<IResult> ShowAsync(PageCall page, long id, string? after, FormFaults faults)
    {
        var import = await page.RunAsync(new ReadImport.Input(id));
        var errors = import.HasErrorFile ? await page.RunAsync(new ReadImportErrors.Input(id, after, TableQuery.DefaultSize)) : null;
        return Page.For<ImportPage>(new ImportModel(import, errors, faults));
    }

    private static async Task<IResult> DownloadAsync(PageCall page, long import, HttpResponse response)
    {
        var found = await page.RunAsync(new ReadImport.Input(import));
        response.Headers.CacheControl = "no-store";
        return Results.Stream(
            output => page.RunAsync(new ExportImportErrors.Input(import) { Output = output }),
            "text/csv; charset=utf-8",
            found.FileName + ".errors.csv");
    }

    private static string AddressOf(PageCall page, long import) =>
        page.Address(FormattableString.Invariant($"membership/imports/{import}"));
}
