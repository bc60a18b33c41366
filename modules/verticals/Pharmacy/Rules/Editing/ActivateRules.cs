using RetailMember.Brands;
using RetailMember.Groups;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Pharmacy.Club;
using RetailMember.Pharmacy.Rules;
using RetailMember.Redemption;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>Puts the draft in force: its examples come out, and tiers, benefit, voucher and kind of group are there.</summary>
[Needs(PharmacyPermissions.ActivateRules)]
internal sealed class ActivateRules(
    ClubRules rules, IMemberTiers tiers, IGiftChoices gifts, IGroups groups, IBackgroundWork background)
    : UseCase<ActivateRules.Input, RulesView<ClubTerms>>
{
    protected override async Task<RulesView<ClubTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var version = await rules.ActivateAsync(input.EffectiveFrom, input.WordingMark, call, cancel);
        var (terms, from) = (version.Wording, version.EffectiveFrom!.Value);
        if (await tiers.UnknownAsync([terms.Gold.Tier, terms.Diamond.Tier], from, cancel) is { } tier) throw tier;
        var given = (await gifts.AtAsync(call.RequiredBrand.DateOf(from), cancel)).Select(g => (g.Kind, g.Code)).ToHashSet();
        if (terms.GlucoseBenefit is { } benefit && !given.Contains((GiftChoiceKind.Benefit, benefit)))
            throw Unknown("pharmacy.glucose-benefit-unknown", "glucoseBenefit", benefit);
        if (terms.Ranking.Voucher is { } voucher && !given.Contains((GiftChoiceKind.Voucher, voucher)))
            throw Unknown("pharmacy.ranking-voucher-unknown", "ranking.voucher", voucher);
        if (terms.GroupPrice.Breaks.Count > 0 && !await groups.HasKindAsync(terms.GroupPrice.Kind, cancel))
            throw Unknown("pharmacy.group-kind-unknown", "groupPrice.kind", terms.GroupPrice.Kind);
        // Who has by now what they ask for has his card without buying again; of rules to come the night hears.
        if (from <= call.At)
            await background.EnqueueAsync(
                new JudgeCards.Input(), new CallContext(Caller.House("club-rules"), Channel.Job) { Brand = call.Brand }, cancel);
        return version;
    }

    /// <summary>Of something that the rules name and that is not there, or not to be had on their first day.</summary>
    private static Refusal Unknown(string code, string field, string named) =>
        new(code, RefusalKind.Conflict, ("field", field), ("named", named));

    /// <param name="EffectiveFrom">Wall clock of the brand, or with an offset; null: now.</param>
    /// <param name="WordingMark">Of the draft as it was read; left out: whatever it says.</param>
    internal sealed record Input(DateTime? EffectiveFrom = null, string? WordingMark = null) : IInput<RulesView<ClubTerms>>;
}
