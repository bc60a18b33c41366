using System.Text.Json.Serialization;

namespace RetailMember.Membership;

/// <summary>
/// A kind of condition, as a form shows it. The text key of its name is <c>condition.</c> and its code, that of a field's
/// <c>condition-field.</c> and the field's name.
/// </summary>
/// <param name="Code">Module and name, such as <c>membership.spend</c>; unique in the chain.</param>
/// <param name="Asks">What it asks for; none where there is nothing to say.</param>
public sealed record MemberConditionKind(
    string Code, [property: JsonPropertyName("inputs")] IReadOnlyList<MemberConditionField> Asks)
{
    /// <summary>Every active member: the condition that every segment has without being asked. Has no fields.</summary>
    public const string Active = "membership.active";

    /// <summary>Text key of what it is called.</summary>
    public string Text => $"condition.{Code}";

    /// <summary>
    /// Draws conclusions from what a member buys: who objects to that is in no segment with such a condition when something
    /// is sent.
    /// </summary>
    public bool IsProfiling { get; init; }

    /// <summary>
    /// Asks of sensitive data of members who have agreed to that: it is never negated, since all others would be found then,
    /// and who is found is written to but not shown.
    /// </summary>
    public bool IsSensitive { get; init; }

    /// <summary>Without one of these fields the condition says nothing; empty: each field stands for itself.</summary>
    public IReadOnlyList<string> OneNeeded { get; init; } = [];
}

/// <summary>A field of a condition.</summary>
/// <param name="Name">Unique in its kind.</param>
/// <param name="Kind">What may stand in it.</param>
public sealed record MemberConditionField(string Name, ConditionFieldKind Kind)
{
    /// <summary>Must be filled in.</summary>
    public bool Needed { get; init; }

    /// <summary>Of numbers: the smallest one.</summary>
    public long Least { get; init; }

    /// <summary>Of numbers: the largest one.</summary>
    public long Most { get; init; } = int.MaxValue;

    /// <summary>What <see cref="ConditionFieldKind.Choices"/> offers.</summary>
    public IReadOnlyList<ConditionChoice> Choices { get; init; } = [];

    /// <summary>Text key of what it is called.</summary>
    public string Text => $"condition-field.{Name}";
}

/// <summary>Something to choose.</summary>
/// <param name="Code">Kept in the condition.</param>
/// <param name="Name">In the language of the request.</param>
public sealed record ConditionChoice(string Code, string Name);

/// <summary>What stands in a field.</summary>
public enum ConditionFieldKind
{
    /// <summary>A whole number between the field's bounds.</summary>
    Number,

    /// <summary>Yuan with at most two decimals, not below zero.</summary>
    Money,

    /// <summary>A business day, as ISO 8601 writes it.</summary>
    Day,

    /// <summary>One or more of the field's choices.</summary>
    Choices,

    /// <summary>One or more words, such as codes of categories.</summary>
    Words,
}
