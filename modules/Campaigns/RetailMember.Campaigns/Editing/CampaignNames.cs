using RetailMember.Brands;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Editing;

/// <summary>What a campaign names must be there on the day on which it is activated.</summary>
internal sealed class CampaignNames(IMemberTiers tiers, IGiftChoices choices, IBrandDirectory brands)
{
    public async Task RequireAsync(CampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        if (terms.Stores.FirstOrDefault(s => brands.FindStore(brand.Id, s) is null) is { } store)
            throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", store));
        Prize[] prizes = terms.FriendPrize is { } friend ? [terms.Prize, friend] : [terms.Prize];
        var named = terms.Tiers.Concat(prizes.Select(p => p.TierCode).OfType<string>());
        if (await tiers.UnknownAsync(named, call.At, cancel) is { } unknown) throw unknown;
        var gifts = (await choices.AtAsync(brand.DateOf(call.At), cancel)).Select(c => (c.Kind, c.Code)).ToHashSet();
        var missing = prizes.SelectMany(Things).FirstOrDefault(t => !gifts.Contains(t));
        if (missing.Code is not null)
            throw new Refusal("campaigns.prize-not-there", RefusalKind.Conflict, ("prize", missing.Code));
    }

    private static IEnumerable<(GiftChoiceKind Kind, string Code)> Things(Prize prize) =>
        prize.Vouchers.Select(v => (GiftChoiceKind.Voucher, v))
            .Concat(prize.Rewards.Select(r => (GiftChoiceKind.Reward, r)))
            .Concat(prize.Benefit is { } benefit ? [(GiftChoiceKind.Benefit, benefit)] : []);
}
