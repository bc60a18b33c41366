using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The names of the brand's tiers, in the language of the request; only for the counter's page.</summary>
[Needs(PharmacyPermissions.ViewClub)]
internal sealed class ReadTierNames(IMemberTiers tiers) : Query<ReadTierNames.Input, ReadTierNames.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new((await tiers.AtAsync(call.At, cancel)).ToDictionary(t => t.Code, t => t.Name));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyDictionary<string, string> Names);
}
