using System.Text.Json;
using RetailMember.Values;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// How one rule came to its number: the numbers of the formula, kept raw and turned into words only when someone asks.
/// </summary>
/// <param name="Base">Fen, or pieces when the basis says so; the list price for a price line.</param>
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
    /// <summary>Points that another module added to a receipt.</summary>
    public static ExplanationLine Added(EarningAddition addition) => new(
        addition.Rule, ExplanationKind.Added, EarningUnit.Points, EarningBasis.Quantity, Base: 1, Per: 1,
        Give: addition.Points * Factor.Scale, Factor.Scale, Factor.Scale, Factor.Scale, Campaign: null, addition.Points);

    /// <summary>A basket that has its list price, whatever the member could have otherwise.</summary>
    public static ExplanationLine AtListPrice(string rule, long listFen) => new(
        rule, ExplanationKind.PriceOfList, EarningUnit.Points, EarningBasis.Amount, listFen, Per: 0,
        PayRate.Full.TenThousandths, Factor.Scale, Factor.Scale, Factor.Scale, Campaign: null, listFen);

    /// <summary>The key of the sentence that <see cref="Arguments"/> completes.</summary>
    public string TextKey => $"membership.why.{Kebab(Kind)}" + (HasBasis ? $"-by-{Kebab(Basis)}" : "");

    /// <summary>
    /// {0} base (yuan or pieces), {1} per (yuan or pieces), {2} give or pay rate, {3} tier coefficient, {4} balance
    /// factor, {5} campaign factor, {6} campaign code, {7} result (points, growth or yuan), {8} code of the rule.
    /// </summary>
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

    public bool IsPrice => Kind is ExplanationKind.PriceByTier or ExplanationKind.PriceByBenefit || IsPriceOfModule;

    /// <summary>The rule is a text key: a module has named it.</summary>
    public bool IsPriceOfModule => Kind is ExplanationKind.PriceOfList or ExplanationKind.PriceByModule;

    private bool HasBasis => !IsPrice && Kind != ExplanationKind.Added;

    private bool IsMoney => IsPrice || Basis == EarningBasis.Amount;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", Rule);
        json.WriteString("kind", Kebab(Kind));
        if (Unit != EarningUnit.Points)
            json.WriteString("unit", Kebab(Unit));
        if (Basis != EarningBasis.Amount)
            json.WriteString("basis", Kebab(Basis));
        json.WriteNumber("base", Base);
        Unless("per", Per, usual: 0);
        json.WriteNumber("give", Give);
        Unless("tier", Tier, Factor.Scale);
        Unless("balance", Balance, Factor.Scale);
        Unless("multiplier", Multiplier, Factor.Scale);
        if (Campaign is not null)
            json.WriteString("campaign", Campaign);
        json.WriteNumber("value", Value);
        json.WriteEndObject();

        void Unless(string name, long value, long usual)
        {
            if (value != usual)
                json.WriteNumber(name, value);
        }
    }

    public static ExplanationLine Read(JsonElement json)
    {
        return new(
            json.GetProperty("rule").GetString()!,
            Name("kind", ExplanationKind.Ratio),
            Name("unit", EarningUnit.Points),
            Name("basis", EarningBasis.Amount),
            Number("base", 0),
            Number("per", 0),
            Number("give", 0),
            Number("tier", Factor.Scale),
            Number("balance", Factor.Scale),
            Number("multiplier", Factor.Scale),
            json.TryGetProperty("campaign", out var campaign) ? campaign.GetString() : null,
            Number("value", 0));

        long Number(string name, long usual) => json.TryGetProperty(name, out var value) ? value.GetInt64() : usual;

        T Name<T>(string name, T usual) where T : struct, Enum =>
            json.TryGetProperty(name, out var value) ? KebabNames<T>.Values[value.GetString()!] : usual;
    }

    private static string Kebab<T>(T value) where T : struct, Enum => KebabNames<T>.Names[value];
}

/// <summary>The formula that a line of explanation followed.</summary>
internal enum ExplanationKind
{
    PriceByTier,
    PriceByBenefit,
    Fixed,
    Ratio,
    WholeSteps,
    ReachedBand,
    AcrossBands,
    Added,
    PriceOfList,
    PriceByModule,
}
