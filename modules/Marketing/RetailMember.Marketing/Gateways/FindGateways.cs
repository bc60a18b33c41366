using RetailMember.UseCases;

namespace RetailMember.Marketing.Gateways;

/// <summary>The ways by which messages can go, and which of them carries each channel.</summary>
[Needs(MarketingRights.ViewTemplates)]
internal sealed class FindGateways(GatewayChoice gateways) : Query<FindGateways.Input, FindGateways.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => Task.FromResult(
        new Result([.. gateways.All.Select(g => new Item(
            g.Name, g.Channel, g.IsReady, gateways.Of(g.Channel) == g, g.KeepsRecords, g.LargestOrder))]));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Item> Gateways);

    /// <param name="Ready">All is configured that it needs.</param>
    /// <param name="Chosen">It carries the channel's messages.</param>
    /// <param name="KeepsRecords">It can be asked what became of a message.</param>
    /// <param name="LargestOrder">How many letters it takes at once.</param>
    internal sealed record Item(
        string Name, MessageChannel Channel, bool Ready, bool Chosen, bool KeepsRecords, int LargestOrder);
}
