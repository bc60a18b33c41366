using Microsoft.AspNetCore.Http;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>The file of a form, whole: the addresses that take one bound it.</summary>
internal static class UploadedFile
{
    /// <summary>Room for what a form has beside its file.</summary>
    public const int FormRoom = 64 * 1024;

    public static async Task<(byte[] Content, IFormCollection Form)> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) throw new Refusal("request.not-form", RefusalKind.Invalid);
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new Refusal("request.too-large", RefusalKind.TooLarge);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            throw new Refusal("request.not-form", RefusalKind.Invalid);
        }

        var file = form.Files.GetFile("file") ?? throw Refusal.Invalid("file", "field.not-empty");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, request.HttpContext.RequestAborted);
        return (content.ToArray(), form);
    }
}
