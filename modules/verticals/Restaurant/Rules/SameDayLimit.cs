using RetailMember.StoredValue;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Rules;

/// <summary>The seam: what was put on a card today can be spent today in part only.</summary>
internal sealed class SameDayLimit(HouseRuleBook book) : ICardChargeRule
{
    public string Module => RestaurantModule.ModuleName;

    public int Order => 100;

    public async ValueTask BoundAsync(IReadOnlyList<CardUnderway> cards, CancellationToken cancel)
    {
        foreach (var atOnce in cards.Where(c => c.LoadedThatDay.Count > 0).GroupBy(c => c.At))
        {
            var rules = await book.AtAsync(atOnce.Key, cancel);
            foreach (var card in atOnce) Bound(card, rules);
        }
    }

    private static void Bound(CardUnderway card, HouseRules rules)
    {
        // What was given is not bought.
        var bought = card.LoadedThatDay.Where(l => l.PrincipalFen > 0).ToList();
        var older = card.AvailableFen - bought.Sum(l => l.LeftFen);
        if (rules.MostThatDay(bought.Sum(l => l.PrincipalFen), older, bought.Sum(l => l.SpentFen)) is { } most)
            card.AtMost(most, new Refusal("restaurant.same-day-limit", RefusalKind.Conflict, ("payable", new Money(most))));
    }
}
