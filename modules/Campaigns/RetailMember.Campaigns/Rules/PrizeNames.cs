using RetailMember.Redemption;

namespace RetailMember.Campaigns.Rules;

/// <summary>What prizes name by code, in the language of the request; what is not there any more goes by its code.</summary>
internal sealed record PrizeNames(
    IReadOnlyDictionary<string, string> Tiers, IReadOnlyDictionary<(GiftChoiceKind Kind, string Code), string> Things)
{
    public string Tier(string code) => Tiers.GetValueOrDefault(code, code);

    public string Thing(GiftChoiceKind kind, string code) => Things.GetValueOrDefault((kind, code), code);
}
