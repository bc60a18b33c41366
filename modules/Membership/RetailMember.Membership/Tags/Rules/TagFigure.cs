using System.Globalization;

namespace RetailMember.Membership.Tags;

/// <summary>What a condition found: a number, or a code of a store or tier; neither where nothing is known.</summary>
internal readonly record struct TagFigure(decimal? Number, string? Code, bool Holds)
{
    public static TagFigure Of(decimal? number) => new(number, null, false);

    public static TagFigure Of(string? code) => new(null, code, false);

    /// <summary>Without zeros behind it.</summary>
    public static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>Whether a member has a tag by its rule, and what each condition found.</summary>
internal sealed record TagVerdict(bool Holds, IReadOnlyList<TagFigure> Figures);
