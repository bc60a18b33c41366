using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Rules;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Pages.Shared;

/// <summary>What prizes name by code, for pages that say prizes in words.</summary>
[SignedIn]
internal sealed class ReadPrizeNames(PrizeShelf shelf) : Query<ReadPrizeNames.Input, PrizeNames>
{
    protected override Task<PrizeNames> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        shelf.NamesAsync(call, cancel);

    internal sealed record Input : IInput<PrizeNames>;
}
