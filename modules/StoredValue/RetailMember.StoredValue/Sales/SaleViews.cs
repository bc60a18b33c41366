using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Sales;

/// <summary>Says sales as staff reads them, with stores and members by what people call them.</summary>
internal sealed class SaleViews(IBrandDirectory brands, IMemberNumbers members)
{
    public async Task<IReadOnlyList<SaleView>> OfAsync(IReadOnlyList<CardSale> sales, CancellationToken cancel)
    {
        var numbers = await members.OfAsync([.. sales.Select(s => s.MemberId).OfType<Guid>().Distinct()], cancel);
        return
        [
            .. sales.Select(s => SaleView.Of(
                s, brands.FindStore(s.StoreId)?.Code, s.MemberId is { } member ? numbers.GetValueOrDefault(member) : null)),
        ];
    }

    public async Task<SaleView> OfAsync(CardSale sale, CancellationToken cancel) => (await OfAsync([sale], cancel))[0];
}
