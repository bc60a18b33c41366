using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.Redemption.Catalogue.Files;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Files of the catalogue over HTTP: pictures in and out, and the catalogue as a CSV file.</summary>
internal static class CatalogueFileEndpoints
{
    private const string Picture = "/rewards/{reward}/picture";
    private const string Form = "multipart/form-data";

    public static void MapFiles(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrandByHand<ReadRewardPicture>("GET", Picture, SendAsync)
            .Produces(StatusCodes.Status200OK, contentType: "image/png", additionalContentTypes: "image/jpeg");
        endpoints.ForBrandByHand<SetRewardPicture>("PUT", Picture, SetAsync)
            .Accepts<IFormFile>(Form)
            .Produces<SetRewardPicture.Result>()
            .WithMetadata(new RequestSizeLimitAttribute(PictureFile.LargestFile + UploadedFile.FormRoom));
        endpoints.ForBrand<RemoveRewardPicture>("DELETE", Picture);
        endpoints.ForBrandByHand<ImportRewards>("POST", "/rewards/imports", ImportAsync)
            .Accepts<IFormFile>(Form)
            .Produces<ImportRewards.Result>()
            .WithMetadata(new RequestSizeLimitAttribute(RewardFile.LargestFile + UploadedFile.FormRoom));
    }

    private static Task<IResult> SetAsync(string reward, HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
        AnswerAsync(http, calls, async call =>
        {
            // Whoever may not send it is told before his file is read.
            if (entry.Check(new SetRewardPicture.Input(reward), call) is { } no) throw no;
            var (content, _) = await UploadedFile.ReadAsync(http.Request);
            var done = await entry.RunAsync(new SetRewardPicture.Input(reward) { Content = content }, call, http.RequestAborted);
            return Results.Json(done, Json.Options);
        });

    private static Task<IResult> ImportAsync(HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
        AnswerAsync(http, calls, async call =>
        {
            if (entry.Check(new ImportRewards.Input(false) { Content = [0] }, call) is { } no) throw no;
            var (content, form) = await UploadedFile.ReadAsync(http.Request);
            var done = await entry.RunAsync(
                new ImportRewards.Input(form["dryRun"] == "true") { Content = content }, call, http.RequestAborted);
            return Results.Json(done, Json.Options);
        });

    private static Task<IResult> SendAsync(string reward, HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
        AnswerAsync(http, calls, async call =>
        {
            var picture = await entry.RunAsync(new ReadRewardPicture.Input(reward), call, http.RequestAborted);
            return Results.Bytes(
                picture.Content, picture.ContentType, entityTag: new EntityTagHeaderValue($"\"{picture.Hash}\""));
        });

    private static async Task<IResult> AnswerAsync(HttpContext http, HttpCalls calls, Func<CallContext, Task<IResult>> run)
    {
        try
        {
            return await run(await calls.CurrentAsync(http, Channel.Api));
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
    }
}
