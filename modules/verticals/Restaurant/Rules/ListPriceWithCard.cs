using RetailMember.Membership;
using RetailMember.StoredValue;

namespace RetailMember.Restaurant.Rules;

/// <summary>The seam: a bill that a card pays any part of has its list price.</summary>
internal sealed class ListPriceWithCard(HouseRuleBook book) : IPriceVeto
{
    public string Module => RestaurantModule.ModuleName;

    public int Order => 100;

    public async ValueTask LookAsync(IReadOnlyList<PriceUnderway> receipts, CancellationToken cancel)
    {
        foreach (var atOnce in receipts.Where(r => r.Tenders.Contains(StoredValueTender.Kind)).GroupBy(r => r.At))
            if ((await book.AtAsync(atOnce.Key, cancel)).ListPriceWithCard)
                foreach (var receipt in atOnce) receipt.AtListPrice("restaurant.why.card-pays-list-price");
    }
}
