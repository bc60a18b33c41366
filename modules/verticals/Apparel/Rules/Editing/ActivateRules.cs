using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>Puts the draft in force: its examples come true, and what it names is there.</summary>
[Needs(ApparelPermissions.ActivateRules)]
internal sealed class ActivateRules(ApparelRules rules, IMemberTiers tiers, IMemberTags tags, IGiftChoices gifts)
    : UseCase<ActivateRules.Input, RulesView<ApparelTerms>>
{
    protected override async Task<RulesView<ApparelTerms>> RunAsync(Input input, CallContext call,
        CancellationToken cancel)
    {
        var version = await rules.ActivateAsync(input.EffectiveFrom, call, cancel);
        var (terms, from) = (version.Wording, version.EffectiveFrom!.Value);
        var named = terms.Services.SelectMany(s => s.Tiers).Concat(terms.Classes.SelectMany(c => c.Tiers));
        if (await tiers.UnknownAsync(named, from, cancel) is { } tier) throw tier;
        if (await tags.UnknownAsync(terms.Classes.SelectMany(c => c.Tags), cancel) is { } tag) throw tag;
        var vouchers = (await gifts.AtAsync(call.RequiredBrand.DateOf(from), cancel))
            .Where(c => c.Kind == GiftChoiceKind.Voucher)
            .Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        return terms.Ladder.Rungs.FirstOrDefault(r => !vouchers.Contains(r.Voucher)) is { } unknown
            ? throw new Refusal("apparel.voucher-unknown", RefusalKind.Conflict, ("voucher", unknown.Voucher))
            : version;
    }

    /// <param name="EffectiveFrom">Wall clock of the brand, or with an offset; null: now.</param>
    internal sealed record Input(DateTime? EffectiveFrom = null) : IInput<RulesView<ApparelTerms>>;
}
