using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Types;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// The card types that can be sold now and the channels by which, for whoever sells; how they are made is head office's affair.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class FindSellable(StoredValueDb db, CardTypeShelf types, SalesChannels channels)
    : Query<FindSellable.Input, FindSellable.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var all = await db.CardTypes.AsNoTracking().Select(t => t.Id).ToListAsync(cancel);
        var inForce = await types.InForceAsync(all, call.At, cancel);
        return new Result(
            [.. inForce.Values.OrderBy(t => t.Code, StringComparer.Ordinal)], await channels.OpenAsync(cancel));
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<KnownCardType> Types, IReadOnlyList<SalesChannelView> SalesChannels);
}
