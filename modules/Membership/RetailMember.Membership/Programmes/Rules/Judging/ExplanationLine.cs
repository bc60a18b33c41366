using System.Text.Json;
using System.Text.Json.Serialization;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// How one rule came to its number: the numbers of the formula, kept raw and turned into words only when someone asks.
/// </summary>
/// <param name="Base">Fen, or pieces when the kind says so; the list price for a price line.</param>
/// <param name="Give">In ten-thousandths, like the three factors: the rate; for a price line the pay rate.</param>
/// <param name="Campaign">The code of the multiplier that won, if any.</param>
/// <param name="Value">The result: points or growth; fen for a price line.</param>
internal readonly record struct ExplanationLine(
    string Rule,
    ExplanationKind Kind,
    EarningUnit Unit,
    EarningBasis Basis,
    long Base,
    long Per,
    long Give,
    long Tier,
    long Balance,
    long Multiplier,
    string? Campaign,
    long Value)
{
    /// <summary>The key of the sentence that <see cref="Arguments"/> completes.</summary>
    [JsonIgnore]
    public string TextKey => $"membership.why.{Kebab(Kind)}" + (IsPrice ? "" : $"-by-{Kebab(Basis)}");

    /// <summary>
    /// {0} base (yuan or pieces), {1} per (yuan or pieces), {2} give or pay rate, {3} tier coefficient, {4} balance
    /// factor, {5} campaign factor, {6} campaign code, {7} result (points, growth or yuan), {8} code of the rule.
    /// </summary>
    [JsonIgnore]
    public object?[] Arguments =>
    [
        IsMoney ? Base / 100m : Base,
        IsMoney ? Per / 100m : Per,
        new Factor(Give).Value,
        new Factor(Tier).Value,
        new Factor(Balance).Value,
        new Factor(Multiplier).Value,
        Campaign,
        IsPrice ? Value / 100m : Value,
        Rule,
    ];

    [JsonIgnore]
    public bool IsPrice => Kind is ExplanationKind.PriceByTier or ExplanationKind.PriceByBenefit;

    private static string Kebab<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private bool IsMoney => IsPrice || Basis == EarningBasis.Amount;
}

/// <summary>The formula that a line of explanation followed.</summary>
internal enum ExplanationKind { PriceByTier, PriceByBenefit, Fixed, Ratio, WholeSteps, ReachedBand, AcrossBands }
