using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;

namespace RetailMember.StoredValue.Sales;

/// <summary>Says sales as staff reads them, with stores, members and card types by what people call them.</summary>
internal sealed class SaleViews(IBrandDirectory brands, IMemberNumbers members, CardTypeShelf types)
{
    public async Task<IReadOnlyList<SaleView>> OfAsync(IReadOnlyList<CardSale> sales, CancellationToken cancel)
    {
        var numbers = await members.OfAsync([.. sales.Select(s => s.MemberId).OfType<Guid>().Distinct()], cancel);
        var names = await types.NamesAsync([.. sales.Select(s => s.CardType).Distinct()], cancel);
        return
        [
            .. sales.Select(s => SaleView.Of(
                s, brands.FindStore(s.StoreId)?.Code, s.MemberId is { } member ? numbers.GetValueOrDefault(member) : null,
                names.GetValueOrDefault(s.CardType))),
        ];
    }

    public async Task<SaleView> OfAsync(CardSale sale, CancellationToken cancel) => (await OfAsync([sale], cancel))[0];
}
