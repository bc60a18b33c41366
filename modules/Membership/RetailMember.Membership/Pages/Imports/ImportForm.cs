using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Imports.Files;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Imports;

/// <summary>The form of a new import: the file, and beside each heading of it the column that it means.</summary>
internal sealed record ImportForm(StageImport.Input Input, bool DryRun) : IAsyncDisposable
{
    /// <summary>As much of a file as the page sends to be shown what its columns mean.</summary>
    public const int SampleSize = 256 * 1024;

    private const int LongestName = 200;

    public static async Task<ImportForm> ReadAsync(HttpRequest request)
    {
        var form = await FormOf(request);
        var file = form.Files.GetFile("file") ?? throw Refusal.Invalid("file", "field.not-empty");
        var input = new StageImport.Input(KindOf(form), NameOf(file))
        {
            Map = MapOf(form),
            Enrols = form["enrols"] == "true",
            Content = file.OpenReadStream(),
        };
        return new ImportForm(input, form["dryRun"] == "true");
    }

    public static async Task<SampleFile.Input> SampleAsync(HttpRequest request)
    {
        var form = await FormOf(request);
        var file = form.Files.GetFile("file") ?? throw Refusal.Invalid("file", "field.not-empty");
        using var part = new MemoryStream();
        await file.CopyToAsync(part, request.HttpContext.RequestAborted);
        return new SampleFile.Input(KindOf(form))
        {
            Content = part.Length < SampleSize ? new MemoryStream(part.ToArray()) : FileHead.WholeLines(part.ToArray()),
        };
    }

    public ValueTask DisposeAsync() => Input.Content?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<IFormCollection> FormOf(HttpRequest request)
    {
        if (!request.HasFormContentType) throw new Refusal("request.not-form", RefusalKind.Invalid);
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new Refusal("request.too-large", RefusalKind.TooLarge);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            throw new Refusal("import.not-a-form", RefusalKind.Invalid);
        }
    }

    private static ImportKind KindOf(IFormCollection form) =>
        Enum.GetValues<ImportKind>().Cast<ImportKind?>()
            .FirstOrDefault(k => string.Equals(k.ToString(), form["kind"], StringComparison.OrdinalIgnoreCase))
        ?? throw Refusal.Invalid("kind", "field.not-empty");

    /// <summary>Headings and columns stand in the same order; a heading that comes twice cannot be told apart.</summary>
    private static Dictionary<string, string> MapOf(IFormCollection form)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (heading, column) in form["heading"].Zip(form["column"])) map.TryAdd(heading ?? "", column ?? "");
        return map;
    }

    private static string NameOf(IFormFile file)
    {
        var name = Path.GetFileName(file.FileName);
        return name.Length <= LongestName ? name : name[^LongestName..];
    }
}
