using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>Imports over HTTP. Two addresses do not speak JSON: the upload and the error file.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindImports>("GET", "/imports");
        endpoints.ForBrand<ReadImport>("GET", "/imports/{import}");
        endpoints.ForBrand<ReadImportErrors>("GET", "/imports/{import}/errors");
        endpoints.ForBrand<StartCheck>("POST", "/imports/{import}/check");
        endpoints.ForBrand<StartImport>("POST", "/imports/{import}/run");
        endpoints.ForBrand<CancelImport>("POST", "/imports/{import}/cancellation");
        endpoints.ForBrandByHand<StageImport>("POST", "/imports", StageAsync)
            .Accepts<IFormFile>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(ImportUpload.LargestFile));
        endpoints.ForBrandByHand<ExportImportErrors>("GET", "/imports/{import}/errors.csv", DownloadAsync);
    }

    private static async Task<IResult> StageAsync(HttpContext http, HttpCalls calls, UseCaseEntry entry)
    {
        try
        {
            var call = await calls.CurrentAsync(http, Channel.Api);
            if (entry.Check(ImportUpload.Any, call) is { } refusal) throw refusal;
            await using var upload = await ImportUpload.ReadAsync(http.Request, http.RequestAborted);
            return Results.Json(await entry.RunAsync(upload.Input, call, http.RequestAborted), Json.Options);
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
    }

    private static async Task<IResult> DownloadAsync(long import, HttpContext http, HttpCalls calls, UseCaseEntry entry)
    {
        try
        {
            var call = await calls.CurrentAsync(http, Channel.Api);
            var found = await entry.RunAsync(new ReadImport.Input(import), call, http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Stream(
                output => entry.RunAsync(new ExportImportErrors.Input(import) { Output = output }, call, http.RequestAborted),
                "text/csv; charset=utf-8",
                found.FileName + ".errors.csv");
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
    }
}
