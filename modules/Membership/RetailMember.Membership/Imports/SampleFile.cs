using System.Text.Json.Serialization;
using FluentValidation;
using RetailMember.Membership.Imports.Files;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>Looks at the beginning of a file before it is imported: how it is written, and what its columns seem to mean.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class SampleFile(TextCatalogue texts) : Query<SampleFile.Input, SampleFile.Result>
{
    private const int MostRows = 50;
    private const int MostExamples = 3;

    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        using var file = OpenedFile.Open(input.Content!);
        var meant = FileLayout.Guess(input.Kind, file.Headings, texts);
        var rows = file.Rows().Where(r => !r.IsBroken).Take(MostRows).ToList();
        return Task.FromResult(new Result(
            input.Kind,
            file.Encoding.WebName,
            file.Delimiter,
            [.. file.Headings.Select((heading, i) => new Column(heading, ExamplesOf(rows, i), meant[i]))]));
    }

    private static string[] ExamplesOf(IEnumerable<CsvRecord> rows, int place) =>
    [
        .. rows.Select(r => r.Cells.ElementAtOrDefault(place)?.Trim()).OfType<string>()
            .Where(c => c.Length > 0).Distinct().Take(MostExamples),
    ];

    internal sealed record Input(ImportKind Kind) : IInput<Result>
    {
        /// <summary>Whole lines from the beginning of the file; can be read from any place.</summary>
        [JsonIgnore]
        public Stream? Content { get; init; }
    }

    /// <param name="Encoding">The name of the encoding found.</param>
    internal sealed record Result(ImportKind Kind, string Encoding, char Delimiter, IReadOnlyList<Column> Columns);

    /// <param name="Heading">As it stands in the file.</param>
    /// <param name="Examples">A few different cells below it.</param>
    /// <param name="Meaning">The import's column that it seems to be; null where none.</param>
    internal sealed record Column(string Heading, IReadOnlyList<string> Examples, string? Meaning);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Content).NotNull().WithErrorCode("field.not-empty");
    }
}
