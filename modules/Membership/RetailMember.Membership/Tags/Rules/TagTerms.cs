using System.Text.Json;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>What a version of a tag says: what it is called, who has it, and the worked examples that prove it.</summary>
internal sealed record TagTerms
{
    public required LocalName Name { get; init; }

    public required TagKind Kind { get; init; }

    /// <summary>First business day on which it decides.</summary>
    public required DateOnly From { get; init; }

    public TagMatch Match { get; init; }

    /// <summary>None where a person gives the tag.</summary>
    public IReadOnlyList<TagCondition> Conditions { get; init; } = [];

    public IReadOnlyList<TagExample> Examples { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static TagTerms Read(string kept) => JsonSerializer.Deserialize<TagTerms>(kept, Json.Stored)!;
}

internal enum TagMatch
{
    /// <summary>Every condition must hold.</summary>
    All,

    /// <summary>One condition is enough.</summary>
    Any,
}
