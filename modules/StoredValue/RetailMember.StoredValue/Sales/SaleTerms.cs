using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Sales;

/// <summary>The terms by which a sale was judged when it was drafted, whatever its card type says by now.</summary>
internal sealed class SaleTerms(CardTypeShelf types)
{
    public async Task<CardTypeTerms> OfAsync(CardSale sale, CancellationToken cancel)
    {
        var type = (await types.FindAsync(sale.CardType, cancel)).Id;
        return (await types.TermsAsync([(type, sale.TypeVersion)], cancel))[(type, sale.TypeVersion)];
    }
}
