using RetailMember.Groups;
using RetailMember.Membership;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Companies;

/// <summary>Who belongs to a company has its price for much at once, by the rules of the day.</summary>
internal sealed class CompanyPrices(ClubRules rules, IGroups groups) : IPriceOffers
{
    /// <summary>Text key of the price's name.</summary>
    public const string Rule = "pharmacy.group-price";

    public string Module => PharmacyModule.ModuleName;

    public int Order => 100;

    public async ValueTask OfferAsync(IReadOnlyList<BasketUnderway> baskets, CancellationToken cancel)
    {
        foreach (var day in baskets.GroupBy(b => b.BusinessDate))
        {
            var terms = (await rules.OnAsync(day.Key, cancel)).Rules.GroupPrice;
            // Whose basket reaches no break need not be asked for his company.
            var large = day.Select(b => (Basket: b, Rate: terms.RateFor(b.Pieces, b.ListFen))).Where(b => b.Rate is not null).ToList();
            if (large.Count > 0) await OfferAsync(large, terms.Kind, cancel);
        }
    }

    private async Task OfferAsync(List<(BasketUnderway Basket, decimal? Rate)> large, string kind, CancellationToken cancel)
    {
        var known = await groups.OfAsync([.. large.Select(b => b.Basket.Member).Distinct()], cancel);
        foreach (var (basket, rate) in large)
            if (known.GetValueOrDefault(basket.Member) is { } mine && mine.Any(g => g.Kind == kind))
                basket.Offer(Rule, PayRate.From(rate!.Value));
    }
}
