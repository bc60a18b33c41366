using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Pages.Shared;

namespace RetailMember.Redemption.Pages.Catalogue;

/// <summary>Pictures of rewards, in and out.</summary>
internal static class PicturePages
{
    private const string Picture = "/rewards/{reward}/picture";
    private const long LargestForm = PictureFile.LargestFile + UploadedFile.FormRoom;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Picture, async (PageCall page, HttpResponse response, string reward) =>
            Send(response, await page.RunAsync(new ReadRewardPicture.Input(reward))));
        pages.MapPost(Picture, (PageCall page, IBrandDirectory brands, HttpRequest request, string reward) => page.SubmitAsync(
                async () =>
                {
                    var (content, _) = await UploadedFile.ReadAsync(request);
                    await page.RunAsync(new SetRewardPicture.Input(reward) { Content = content });
                    return Page.Redirect(RewardPages.AddressOf(page, reward), Flash.Success("redemption.picture.saved"));
                },
                faults => RewardPages.ShowAsync(page, brands, reward, faults)))
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .WithFormOptions(multipartBodyLengthLimit: LargestForm);
        pages.MapPost(Picture + "/removal", (PageCall page, IBrandDirectory brands, string reward) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(new RemoveRewardPicture.Input(reward));
                return Page.Redirect(RewardPages.AddressOf(page, reward), Flash.Success("redemption.picture.removed"));
            },
            faults => RewardPages.ShowAsync(page, brands, reward, faults)));
    }

    /// <summary>Under the type that its content has; opened by itself it can do nothing.</summary>
    public static IResult Send(HttpResponse response, ReadRewardPicture.Result picture)
    {
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Bytes(picture.Content, picture.ContentType, entityTag: new EntityTagHeaderValue($"\"{picture.Hash}\""));
    }
}
