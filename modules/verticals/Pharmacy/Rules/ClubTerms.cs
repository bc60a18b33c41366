using System.Text.Json.Serialization;
using RetailMember.Pharmacy.Data;
using RetailMember.Rules;

namespace RetailMember.Pharmacy.Rules;

/// <summary>
/// The health club's own rules, one versioned document per brand. What the core does by data, such as the price that a
/// receipt opens or a monthly test, stands there: in the catalogue and among the benefits.
/// </summary>
internal sealed record ClubTerms : IRules
{
    public static ClubTerms Usual { get; } = new() { Examples = ClubExamples.Usual };

    public GoldTerms Gold { get; init; } = new();

    public DiamondTerms Diamond { get; init; } = new();

    public TopUpTerms TopUp { get; init; } = new();

    public RankingTerms Ranking { get; init; } = new();

    /// <summary>What companies pay.</summary>
    public GroupPriceTerms GroupPrice { get; init; } = new();

    /// <summary>Code of the benefit by which a glucose test is free; null: none is.</summary>
    // Written even where it is null: left out it would be read as the usual one.
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? GlucoseBenefit { get; init; } = "glucose-monthly";

    /// <summary>The worked examples that must come out before the document may count.</summary>
    public IReadOnlyList<ClubExample> Examples { get; init; } = [];

    public IReadOnlyList<ExampleRun> RunExamples() => [.. Examples.Select(e => e.Run(this))];

    /// <summary>Code of the tier that a card is.</summary>
    public string TierOf(ClubCard card) => card == ClubCard.Gold ? Gold.Tier : Diamond.Tier;

    /// <summary>Tiers whose holders have what gold has.</summary>
    public bool HasGold(string tier) => tier == Gold.Tier || tier == Diamond.Tier;
}
