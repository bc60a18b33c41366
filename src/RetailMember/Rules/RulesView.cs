namespace RetailMember.Rules;

/// <summary>A wording of a brand's rules as head office reads it, whatever they are about.</summary>
/// <param name="Version">From 1; 0: the usual rules, which nobody has worded.</param>
/// <param name="ExampleRuns">What its examples come to.</param>
/// <param name="EffectiveFrom">UTC; null: a draft, or the usual rules.</param>
/// <param name="EditedBy">Null: nobody.</param>
/// <param name="EditedAt">UTC.</param>
/// <param name="WordingMark">Another wording has another one: whoever edits says by it what he has read.</param>
public record RulesView(
    int Version,
    RulesState State,
    IReadOnlyList<ExampleRun> ExampleRuns,
    DateTime? EffectiveFrom,
    string? EditedBy,
    DateTime? EditedAt,
    string WordingMark);

/// <summary>The same with the rules themselves.</summary>
/// <param name="Wording">The document.</param>
public sealed record RulesView<TRules>(
    TRules Wording,
    int Version,
    RulesState State,
    IReadOnlyList<ExampleRun> ExampleRuns,
    DateTime? EffectiveFrom,
    string? EditedBy,
    DateTime? EditedAt,
    string WordingMark) : RulesView(Version, State, ExampleRuns, EffectiveFrom, EditedBy, EditedAt, WordingMark);

/// <summary>What decides, and under which number.</summary>
/// <param name="Version">From 1; 0: the usual rules, which nobody has worded.</param>
public sealed record RulesInForce<TRules>(int Version, TRules Rules);

/// <summary>Where a version stands.</summary>
public enum RulesState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Decides from a later time on.</summary>
    ToCome,

    /// <summary>Decides now.</summary>
    InForce,

    /// <summary>Has decided until another did.</summary>
    Replaced,

    /// <summary>Was to come and was taken back before it decided; a newer draft took its place.</summary>
    Withdrawn,
}
