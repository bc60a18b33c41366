using System.Globalization;
using RetailMember.Values;

namespace RetailMember.Membership;

/// <summary>A condition with its values, as segments keep it. The readers expect values that were checked.</summary>
/// <param name="Kind">Code of a <see cref="MemberConditionKind"/>.</param>
/// <param name="Values">By field; a field that was left empty is absent.</param>
public sealed record MemberCondition(string Kind, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>A condition that says nothing more.</summary>
    public static MemberCondition Of(string kind, params (string Field, string Value)[] values) =>
        new(kind, values.GroupBy(v => v.Field).ToDictionary(
            g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(v => v.Value)]));

    /// <summary>All that stands in a field; nothing where it was left empty.</summary>
    public IReadOnlyList<string> All(string field) => Values.TryGetValue(field, out var values) ? values : [];

    /// <summary>A whole number.</summary>
    public long? Number(string field) =>
        One(field) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Yuan as fen.</summary>
    public long? Fen(string field) => One(field) is { } text ? Money.Parse(text, CultureInfo.InvariantCulture).Fen : null;

    /// <summary>A business day.</summary>
    public DateOnly? Day(string field) =>
        One(field) is { } text ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;

    private string? One(string field) => All(field) is [var one, ..] ? one : null;
}
