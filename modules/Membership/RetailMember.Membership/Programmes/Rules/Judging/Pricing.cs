using RetailMember.Values;

namespace RetailMember.Membership.Programmes;

/// <summary>Finds the price: of the tier's rate, every benefit that holds and what modules offer, the lowest rate alone.</summary>
internal sealed class Pricing
{
    private readonly CompiledBenefit[] benefits;

    public Pricing(IEnumerable<PriceBenefit> benefits, TierLadder ladder) =>
        this.benefits =
        [
            .. benefits.Where(benefit => benefit.Enabled).Select(benefit => new CompiledBenefit(
                benefit.Code, PayRate.From(benefit.PayRate), new CompiledCondition(benefit.When, ladder))),
        ];

    /// <summary>Every rate that may be had, the best first; on a tie the tier's own comes first.</summary>
    public PriceOffer[] Offers(
        CompiledTier tier, in Occasion occasion, long listFen, IReadOnlyList<OfferedPrice>? ofModules = null)
    {
        var offers = new List<PriceOffer>(benefits.Length + 1)
        {
            new(tier.Code, PriceSource.Tier, tier.PayRate, tier.PayRate.Of(listFen)),
        };
        foreach (var benefit in benefits)
        {
            if (benefit.When.Holds(occasion))
                offers.Add(new(benefit.Code, PriceSource.Benefit, benefit.PayRate, benefit.PayRate.Of(listFen)));
        }
        foreach (var (rule, rate) in ofModules ?? [])
            offers.Add(new(rule, PriceSource.Module, rate, rate.Of(listFen)));
        return [.. offers.OrderBy(offer => offer.PayRate.TenThousandths)];
    }

    private sealed record CompiledBenefit(string Code, PayRate PayRate, CompiledCondition When);
}

/// <summary>A price that the member may have for what is not yet priced.</summary>
internal readonly record struct PriceOffer(string Code, PriceSource Source, PayRate PayRate, long PayableFen);

internal enum PriceSource { Tier, Benefit, Module }
