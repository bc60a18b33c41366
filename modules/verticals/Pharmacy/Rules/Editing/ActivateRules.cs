using RetailMember.Membership;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>Puts the draft in force: its examples come out and the tiers that it names are there.</summary>
[Needs(PharmacyPermissions.ActivateRules)]
internal sealed class ActivateRules(ClubRules rules, IMemberTiers tiers) : UseCase<ActivateRules.Input, RulesView<ClubTerms>>
{
    protected override async Task<RulesView<ClubTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var version = await rules.ActivateAsync(input.EffectiveFrom, input.WordingMark, call, cancel);
        string[] named = [version.Wording.Gold.Tier, version.Wording.Diamond.Tier];
        return await tiers.UnknownAsync(named, version.EffectiveFrom!.Value, cancel) is { } unknown ? throw unknown : version;
    }

    /// <param name="EffectiveFrom">Wall clock of the brand, or with an offset; null: now.</param>
    /// <param name="WordingMark">Of the draft as it was read; left out: whatever it says.</param>
    internal sealed record Input(DateTime? EffectiveFrom = null, string? WordingMark = null) : IInput<RulesView<ClubTerms>>;
}
