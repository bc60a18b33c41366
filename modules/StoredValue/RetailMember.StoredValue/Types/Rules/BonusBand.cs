using System.Text.Json.Serialization;
using RetailMember.Values;

namespace RetailMember.StoredValue.Types.Rules;

/// <summary>What is given on top of a load that lies in a span of amounts.</summary>
/// <param name="From">Yuan; the least load of the band.</param>
/// <param name="To">Yuan; a load of this much is in the next band. Left out: no upper end.</param>
/// <param name="BonusPerMille">Of the load, rounded half up to the fen; 100 is ten per cent.</param>
/// <param name="MayFloat">More than this may be given once it is approved.</param>
internal sealed record BonusBand(
    [property: JsonPropertyName("loadFrom")] Money From,
    [property: JsonPropertyName("loadBelow")] Money? To,
    int BonusPerMille,
    bool MayFloat = false)
{
    public const int Whole = 1_000;

    public bool Holds(long fen) => fen >= From.Fen && !(fen >= To?.Fen);

    public long BonusOf(long fen) => Proportion.Of(fen, BonusPerMille, Whole);
}
