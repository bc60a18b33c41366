using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Channels;

/// <summary>The brand's sales channels, those that are closed last.</summary>
[Needs(SalesPermissions.ViewTeam)]
internal sealed class FindSalesChannels(SalesChannels channels) : Query<FindSalesChannels.Input, FindSalesChannels.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await channels.AllAsync(cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<SalesChannelView> SalesChannels);
}
