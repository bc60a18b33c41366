using System.Text.Json;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Segments.Rules;

/// <summary>What a segment is called and who is in it: active members alone, whatever its conditions say.</summary>
internal sealed record SegmentTerms
{
    public required LocalName Name { get; init; }

    public SegmentGroup Members { get; init; } = new();

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static SegmentTerms Read(string kept) => JsonSerializer.Deserialize<SegmentTerms>(kept, Json.Stored)!;
}

/// <summary>Conditions and smaller groups, all of which must hold or one of which is enough. An empty one says nothing.</summary>
internal sealed record SegmentGroup
{
    public SegmentMatch Match { get; init; }

    /// <summary>Whoever is in it is left out.</summary>
    public bool Not { get; init; }

    public IReadOnlyList<SegmentCondition> Conditions { get; init; } = [];

    public IReadOnlyList<SegmentGroup> Groups { get; init; } = [];

    /// <summary>Its own conditions and those of all groups in it.</summary>
    public IEnumerable<SegmentCondition> AllConditions() => Conditions.Concat(Groups.SelectMany(g => g.AllConditions()));

    /// <summary>Levels of groups, this one included.</summary>
    public int Depth() => 1 + Groups.Select(g => g.Depth()).DefaultIfEmpty(0).Max();
}

internal enum SegmentMatch
{
    All,
    Any,
}

/// <summary>One condition of a group.</summary>
/// <param name="Kind">Code of a kind that a module knows.</param>
internal sealed record SegmentCondition(string Kind)
{
    /// <summary>It must not hold.</summary>
    public bool Not { get; init; }

    /// <summary>By field; what is left empty is absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public MemberCondition ToMember() => new(Kind, Values);
}
