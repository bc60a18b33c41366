using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>
/// Puts the draft in force: its examples come true, what it names is there, and the worth of each rung, by which examples are
/// judged and members are told, is what its voucher is really worth.
/// </summary>
[Needs(ApparelPermissions.ActivateRules)]
internal sealed class ActivateRules(ApparelRules rules, IMemberTiers tiers, IMemberTags tags, IGiftChoices gifts)
    : UseCase<ActivateRules.Input, RulesView<ApparelTerms>>
{
    protected override async Task<RulesView<ApparelTerms>> RunAsync(Input input, CallContext call,
        CancellationToken cancel)
    {
        var version = await rules.ActivateAsync(input.EffectiveFrom, input.WordingMark, call, cancel);
        var (terms, from) = (version.Wording, version.EffectiveFrom!.Value);
        var named = terms.Services.SelectMany(s => s.Tiers).Concat(terms.Classes.SelectMany(c => c.Tiers));
        if (await tiers.UnknownAsync(named, from, cancel) is { } tier) throw tier;
        if (await tags.UnknownAsync(terms.Classes.SelectMany(c => c.Tags), cancel) is { } tag) throw tag;
        var vouchers = (await gifts.AtAsync(call.RequiredBrand.DateOf(from), cancel))
            .Where(c => c.Kind == GiftChoiceKind.Voucher)
            .ToDictionary(c => c.Code, c => c.Worth, StringComparer.Ordinal);
        return terms.Ladder.Rungs.Select(r => FaultOf(r, vouchers)).FirstOrDefault(f => f is not null) is { } fault ? throw fault : version;
    }

    private static Refusal? FaultOf(LadderRung rung, Dictionary<string, Money?> vouchers)
    {
        if (!vouchers.TryGetValue(rung.Voucher, out var worth))
            return new Refusal("apparel.voucher-unknown", RefusalKind.Conflict, ("voucher", rung.Voucher));
        if (worth is null) return new Refusal("apparel.voucher-no-cash", RefusalKind.Conflict, ("voucher", rung.Voucher));
        return worth == rung.Worth
            ? null
            : new Refusal(
                "apparel.worth-differs", RefusalKind.Conflict,
                ("voucher", rung.Voucher), ("worth", worth), ("points", rung.Points), ("stated", rung.Worth));
    }

    /// <param name="EffectiveFrom">Wall clock of the brand, or with an offset; null: now.</param>
    /// <param name="WordingMark">Of the draft as it was read; left out: whatever it says.</param>
    internal sealed record Input(DateTime? EffectiveFrom = null, string? WordingMark = null) : IInput<RulesView<ApparelTerms>>;
}
