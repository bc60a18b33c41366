using RetailMember.Brands;
using RetailMember.UseCases;
using RetailMember.Verbs;

namespace RetailMember.Membership.Imports;

/// <summary><c>import purchases</c> and its siblings: a file of this machine into the books of a brand.</summary>
internal sealed class ImportVerb(ImportKind kind) : Verb
{
    public override string Name => $"import {kind.ToString().ToLowerInvariant()}";

    public override IReadOnlyList<VerbParameter> Parameters =>
    [
        new("file", VerbParameterKind.Argument),
        new("brand", VerbParameterKind.Option, Required: true),
        new("enrol", VerbParameterKind.Flag),
        new("dry-run", VerbParameterKind.Flag),
        new("map", VerbParameterKind.Options),
        new("errors", VerbParameterKind.Option),
    ];

    public override async Task<VerbAnswer> RunAsync(VerbCall call, CancellationToken cancel)
    {
        var path = Path.GetFullPath(call.Required("file"));
        if (!File.Exists(path)) throw new Refusal("import.file-not-found", RefusalKind.NotFound, ("file", path));
        var isTrial = call.Flag("dry-run");
        var brand = await BrandAsync(call, isTrial, cancel);
        await using var file = File.OpenRead(path);
        var input = new StageImport.Input(kind, Path.GetFileName(path))
        {
            Map = HeadingMap.Read(call.Values("map")),
            Enrols = call.Flag("enrol"),
            Check = isTrial,
            Content = file,
        };
        var import = await call.RunAsync(input, brand, cancel);
        if (!isTrial) import = await call.RunAsync(ImportReport.RunAndTell(import.Import, call), brand, cancel);
        var errors = await ImportReport.WriteErrorsAsync(
            import, call.Text("errors") ?? path + ".errors.csv", brand, call, cancel);
        if (isTrial) await call.RunAsync(new CancelImport.Input(import.Import), brand, cancel);
        return ImportReport.Of(import, brand.Code, isTrial, errors).Answer(call.Texts);
    }

    /// <summary>The brand of that code; with <c>--enrol</c> it is opened, or in a trial imagined, where it is unknown.</summary>
    private static async Task<Brand> BrandAsync(VerbCall call, bool isTrial, CancellationToken cancel)
    {
        var given = call.Required("brand");
        if (!call.Flag("enrol")) return call.Brand(given);
        if (call.FindBrand(given) is { } known && isTrial) return known;
        var code = call.FindBrand(given)?.Code ?? given;
        await call.RunAsync(new OpenBrand.Input(code, given, isTrial), null, cancel);
        return call.FindBrand(code) ?? new Brand(0, code, given, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    }
}
