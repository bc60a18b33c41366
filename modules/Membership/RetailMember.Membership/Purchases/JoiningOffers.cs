using RetailMember.Brands;
using RetailMember.Modules;

namespace RetailMember.Membership.Purchases;

/// <summary>Asks the modules, where they are on, what joining would take off a basket.</summary>
internal sealed class JoiningOffers(IEnumerable<IJoiningOffer> offers, ModuleCatalogue modules, IBrandDirectory brands)
{
    public async Task<IReadOnlyList<JoiningSaving>> OfAsync(JoiningBasket basket, Store store, CancellationToken cancel)
    {
        var savings = new List<JoiningSaving>();
        foreach (var offer in offers.OrderBy(o => o.Order).ThenBy(o => o.GetType().FullName, StringComparer.Ordinal))
        {
            if (!modules.IsRunning(offer.Module) || !brands.IsOn(offer.Module, store.BrandId, store.Id)) continue;
            foreach (var saving in await offer.OfAsync(basket, cancel))
            {
                savings.Add(saving);
                basket = basket with { Lines = [.. basket.Lines.Zip(saving.LineFen, Less)] };
            }
        }

        return savings;
    }

    private static TenderBasketLine Less(TenderBasketLine line, long fen) => line with { LeftFen = line.LeftFen - fen };
}
