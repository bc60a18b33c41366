using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>What rules may name, with what people call it.</summary>
internal sealed record RuleChoices(
    IReadOnlyList<MemberTier> Tiers, IReadOnlyList<TagChoice> Tags, IReadOnlyList<GiftChoice> Vouchers);

/// <summary>Reads them as of now.</summary>
internal sealed class RuleChoiceBook(IMemberTiers tiers, IMemberTags tags, IGiftChoices gifts)
{
    public async Task<RuleChoices> OfAsync(CallContext call, CancellationToken cancel) => new(
        await tiers.AtAsync(call.At, cancel), await tags.ChoicesAsync(cancel),
        [
            .. (await gifts.AtAsync(call.RequiredBrand.DateOf(call.At), cancel))
                .Where(g => g.Kind == GiftChoiceKind.Voucher),
        ]);
}
