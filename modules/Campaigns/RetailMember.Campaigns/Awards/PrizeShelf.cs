using RetailMember.Brands;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Awards;

/// <summary>Knows what the things that prizes are made of are called.</summary>
internal sealed class PrizeShelf(IMemberTiers tiers, IGiftChoices gifts)
{
    public async Task<PrizeNames> NamesAsync(CallContext call, CancellationToken cancel) => new(
        (await tiers.AtAsync(call.At, cancel)).ToDictionary(t => t.Code, t => t.Name),
        (await gifts.AtAsync(call.RequiredBrand.DateOf(call.At), cancel)).ToDictionary(g => (g.Kind, g.Code), g => g.Name));
}
