using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Files;
using RetailMember.Redemption.Pages.Shared;

namespace RetailMember.Redemption.Pages.Catalogue;

/// <summary>The catalogue as a file: tried first, then read in as a whole or not at all.</summary>
internal static class ImportPages
{
    private const string Import = "/rewards/import";
    private const long LargestForm = RewardFile.LargestFile + UploadedFile.FormRoom;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Import, (PageCall page) => Show(page, null, FormFaults.None));
        pages.MapPost(Import, (PageCall page, HttpRequest request) => page.SubmitAsync(
                () => ReadAsync(page, request), faults => Task.FromResult(Show(page, null, faults))))
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .WithFormOptions(multipartBodyLengthLimit: LargestForm);
    }

    private static async Task<IResult> ReadAsync(PageCall page, HttpRequest request)
    {
        page.Require(RedemptionPermissions.EditCatalogue);
        var (content, form) = await UploadedFile.ReadAsync(request);
        var done = await page.RunAsync(new ImportRewards.Input(form["dryRun"] == "true") { Content = content });
        return done.Written
            ? Page.Redirect(
                page.ToRedemption("rewards"),
                Flash.Success("redemption.file.done", ("added", done.Added), ("changed", done.Changed), ("unchanged", done.Unchanged)))
            : Show(page, done, FormFaults.None);
    }

    private static IResult Show(PageCall page, ImportRewards.Result? done, FormFaults faults)
    {
        page.Require(RedemptionPermissions.EditCatalogue);
        return Page.For<RewardImportPage>(new RewardImportModel(done, faults));
    }
}
