using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>What the form of the rules offers to choose from.</summary>
[Needs(ApparelPermissions.EditRules)]
internal sealed class ReadRuleChoices(IMemberTiers tiers, IMemberTags tags, IGiftChoices gifts)
    : Query<ReadRuleChoices.Input, ReadRuleChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        return new Result(
            await tiers.AtAsync(call.At, cancel), await tags.ChoicesAsync(cancel),
            [.. (await gifts.AtAsync(call.RequiredBrand.DateOf(call.At), cancel))
                .Where(g => g.Kind == GiftChoiceKind.Voucher)]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(
        IReadOnlyList<MemberTier> Tiers, IReadOnlyList<TagChoice> Tags, IReadOnlyList<GiftChoice> Vouchers);
}
