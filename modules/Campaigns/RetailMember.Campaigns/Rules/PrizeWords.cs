using RetailMember.Pages.Display;
using RetailMember.Redemption;
using RetailMember.Texts;

namespace RetailMember.Campaigns.Rules;

/// <summary>What a prize is made of, in a few words.</summary>
internal static class PrizeWords
{
    public static string Of(this ITexts texts, Prize prize, PrizeNames names)
    {
        List<string> parts = [];
        if (prize.Points > 0) parts.Add(texts.Format("campaigns.prize.points-of", Figures.Whole(prize.Points)));
        if (prize.Growth > 0) parts.Add(texts.Format("campaigns.prize.growth-of", Figures.Whole(prize.Growth)));
        parts.AddRange(prize.Vouchers.Select(v =>
            texts.Format("campaigns.prize.voucher-of", names.Thing(GiftChoiceKind.Voucher, v))));
        parts.AddRange(prize.Rewards.Select(r =>
            texts.Format("campaigns.prize.reward-of", names.Thing(GiftChoiceKind.Reward, r))));
        if (prize.TierCode is { } tier) parts.Add(texts.Format("campaigns.prize.tier-of", names.Tier(tier)));
        if (prize.Benefit is { } benefit)
            parts.Add(texts.Format("campaigns.prize.benefit-of", names.Thing(GiftChoiceKind.Benefit, benefit)));
        return parts.Count == 0 ? Figures.Dash : string.Join(" + ", parts);
    }

    /// <summary>All that whoever takes part gets, points by the rate included.</summary>
    public static string PrizeOf(this ITexts texts, CampaignTerms terms, PrizeNames names)
    {
        var rated = terms.Rate is { } rate ? texts.Format("campaigns.prize.rate-of", rate.ToString("0.####", null)) : null;
        return (rated, terms.Prize.IsNothing) switch
        {
            (null, _) => texts.Of(terms.Prize, names),
            (_, true) => rated,
            _ => texts.Of(terms.Prize, names) + " + " + rated,
        };
    }
}
