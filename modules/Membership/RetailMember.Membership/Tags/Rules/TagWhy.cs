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

    /// <summary>
    /// Figures as they are kept. Of age and month of birth, which are sealed where they stand, whether the condition held
    /// is all.
    /// </summary>
    public static string Write(IReadOnlyList<TagCondition> conditions, IReadOnlyList<TagFigure> figures) => JsonSerializer.Serialize(
        conditions.Zip(figures, (c, f) => OfBirthday(c.Measure) ? f with { Number = null } : f), Json.Options);

    public static bool OfBirthday(TagMeasure measure) => measure is TagMeasure.Age or TagMeasure.BirthdayMonth;

    /// <summary>By figures as they were kept; none where a person decided.</summary>
    public static IReadOnlyList<TagWhy> Read(TagTerms? terms, string? figures) => terms is null || figures is null
        ? []
        : Of(terms.Conditions, JsonSerializer.Deserialize<IReadOnlyList<TagFigure>>(figures, Json.Stored)!);
}
