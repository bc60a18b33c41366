using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;

namespace RetailMember.StoredValue.Sales;

/// <summary>Says sales as staff reads them, with stores, members, card types and channels by what people call them.</summary>
internal sealed class SaleViews(IBrandDirectory brands, IMemberNumbers members, CardTypeShelf types, SalesChannels channels)
{
    public async Task<IReadOnlyList<SaleView>> OfAsync(IReadOnlyList<CardSale> sales, CancellationToken cancel)
    {
        var numbers = await members.OfAsync([.. sales.Select(s => s.MemberId).OfType<Guid>().Distinct()], cancel);
        var names = await types.NamesAsync([.. sales.Select(s => s.CardType).Distinct()], cancel);
        var channelNames = sales.Any(s => s.Channel is not null) ? await channels.NamesAsync(cancel) : [];
        return
        [
            .. sales.Select(s => SaleView.Of(
                s, brands.FindStore(s.StoreId)?.Code, s.MemberId is { } member ? numbers.GetValueOrDefault(member) : null,
                names.GetValueOrDefault(s.CardType), s.Channel is { } channel ? channelNames.GetValueOrDefault(channel) : null)),
        ];
    }

    public async Task<SaleView> OfAsync(CardSale sale, CancellationToken cancel) => (await OfAsync([sale], cancel))[0];
}
