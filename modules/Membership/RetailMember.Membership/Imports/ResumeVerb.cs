using System.Globalization;
using RetailMember.UseCases;
using RetailMember.Verbs;

namespace RetailMember.Membership.Imports;

/// <summary><c>import resume</c>: takes an import up again that was killed, stopped, or waits on the page.</summary>
internal sealed class ResumeVerb : Verb
{
    public override string Name => "import resume";

    public override IReadOnlyList<VerbParameter> Parameters =>
    [
        new("id", VerbParameterKind.Argument),
        new("brand", VerbParameterKind.Option, Required: true),
        new("errors", VerbParameterKind.Option),
    ];

    public override async Task<VerbAnswer> RunAsync(VerbCall call, CancellationToken cancel)
    {
        if (!long.TryParse(call.Required("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw new Refusal("import.not-found", RefusalKind.NotFound, ("import", call.Required("id")));
        var brand = call.Brand(call.Required("brand"));
        var import = await call.RunAsync(ImportReport.RunAndTell(id, call), brand, cancel);
        var errors = await ImportReport.WriteErrorsAsync(
            import, call.Text("errors") ?? $"import-{id}.errors.csv", brand, call, cancel);
        return ImportReport.Of(import, brand.Code, dryRun: false, errors).Answer(call.Texts);
    }
}
