using System.Text.Json;
using System.Text.Json.Serialization;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>One condition of a rule beside what it found.</summary>
/// <param name="Number">In the measure's unit; left out where it found a code or nothing.</param>
/// <param name="Found">Code of the store or tier found.</param>
internal sealed record TagWhy(
    [property: JsonPropertyName("tagCondition")] TagCondition Condition,
    [property: JsonPropertyName("figure")] decimal? Number, string? Found, bool Holds)
{
    public static IReadOnlyList<TagWhy> Of(IReadOnlyList<TagCondition> conditions, IReadOnlyList<TagFigure> figures) =>
        [.. conditions.Zip(figures, (c, f) => new TagWhy(c, f.Number, f.Code, f.Holds))];

    /// <summary>By figures as they were kept; none where a person decided.</summary>
    public static IReadOnlyList<TagWhy> Read(TagTerms? terms, string? figures) => terms is null || figures is null
        ? []
        : Of(terms.Conditions, JsonSerializer.Deserialize<IReadOnlyList<TagFigure>>(figures, Json.Stored)!);
}
