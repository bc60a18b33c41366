using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// An uploaded form on its way into <see cref="StageImport"/>: fields <c>kind</c>, <c>enrol</c>, <c>check</c> (true where it
/// is left out), <c>map</c> (heading=column, as often as wanted) and the file itself, which is kept on disk meanwhile.
/// </summary>
internal sealed class ImportUpload : IAsyncDisposable
{
    public const long LargestFile = 200L * 1024 * 1024;

    private const int LongestField = 1000;
    private const int MostSections = 120;

    private readonly Dictionary<string, string> map = new(StringComparer.Ordinal);
    private FileStream? file;
    private string fileName = "";
    private ImportKind? kind;
    private bool enrols;
    private bool check = true;

    public StageImport.Input Input => new(
        kind ?? throw Refusal.Invalid("kind", "field.not-empty"),
        fileName)
    {
        Map = map,
        Enrols = enrols,
        Check = check,
        Content = file ?? throw Refusal.Invalid("file", "field.not-empty"),
    };

    /// <summary>An input of the right form, to ask for the caller's rights before anything is read.</summary>
    public static StageImport.Input Any => new(ImportKind.Purchases, "-") { Content = Stream.Null };

    /// <summary>Refuses what is no such form, field by field.</summary>
    public static async Task<ImportUpload> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType == "multipart/form-data"
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        if (string.IsNullOrEmpty(boundary)) throw new Refusal("import.not-a-form", RefusalKind.Invalid);
        var upload = new ImportUpload();
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            for (var i = 0; await reader.ReadNextSectionAsync(cancel) is { } section; i++)
            {
                if (i == MostSections) throw new Refusal("field.too-many", RefusalKind.Invalid);
                await upload.TakeAsync(section, cancel);
            }

            return upload;
        }
        catch (Exception fault)
        {
            await upload.DisposeAsync();
            throw fault switch
            {
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                    new Refusal("request.too-large", RefusalKind.TooLarge),
                IOException or InvalidDataException => new Refusal("import.not-a-form", RefusalKind.Invalid),
                _ => fault,
            };
        }
    }

    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task TakeAsync(MultipartSection section, CancellationToken cancel)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            throw new Refusal("import.not-a-form", RefusalKind.Invalid);
        if (disposition.IsFileDisposition())
        {
            if (file is not null) throw Refusal.Invalid("file", "field.doubled");
            fileName = Path.GetFileName((disposition.FileNameStar.Value ?? disposition.FileName.Value ?? "").Trim('"'));
            file = TemporaryFile();
            await section.Body.CopyToAsync(file, cancel);
            return;
        }

        using var reader = new StreamReader(section.Body);
        var text = new char[LongestField + 1];
        var length = await reader.ReadBlockAsync(text, cancel);
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
        if (length > LongestField) throw Refusal.Invalid(name, "field.malformed");
        Take(name, new string(text, 0, length).Trim());
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "kind":
                kind = Enum.GetValues<ImportKind>().Cast<ImportKind?>()
                    .FirstOrDefault(k => k.ToString()!.Equals(value, StringComparison.OrdinalIgnoreCase))
                    ?? throw Refusal.Invalid(name, "field.enum");
                break;
            case "enrol":
                enrols = YesNo(name, value);
                break;
            case "check":
                check = YesNo(name, value);
                break;
            case "map":
                foreach (var (heading, column) in HeadingMap.Read([value])) map[heading] = column;
                break;
            default:
                throw Refusal.Invalid(name, "field.unknown");
        }
    }

    private static bool YesNo(string name, string value) => value switch
    {
        "true" or "on" => true,
        "false" or "" => false,
        _ => throw Refusal.Invalid(name, "field.malformed"),
    };

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
