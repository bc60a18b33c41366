using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>Puts the draft in force from its day on: its examples come out and the tiers that it names are there.</summary>
[Needs(PharmacyPermissions.ActivateRules)]
internal sealed class ActivateRules(ClubRules rules, IMemberTiers tiers) : UseCase<ActivateRules.Input, ActivateRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var version = await rules.ActivateAsync(call, cancel);
        var terms = ClubRules.Read(version);
        if (await tiers.UnknownAsync([terms.Gold.Tier, terms.Diamond.Tier], call.At, cancel) is { } unknown) throw unknown;
        return new Result(version.Number, version.From);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(int Version, DateOnly From);
}
