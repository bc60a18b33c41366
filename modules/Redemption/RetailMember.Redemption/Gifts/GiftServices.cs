using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Redemption.Gifts.Rules;

namespace RetailMember.Redemption.Gifts;

/// <summary>What the module describes, registers and maps for gifts.</summary>
internal static class GiftServices
{
    public static void DescribeGifts(this ModuleDescription module)
    {
        module.Job("expire-gifts", "0 12 0 * * ?", perBrand: true, () => new ExpireGifts.Input());
        module.Job("dated-gifts", "0 25 0 * * ?", perBrand: true, () => new GiveDatedGifts.Input());
        module.On<MemberEnrolled, GiftsOfEnrolments>();
        module.On<PurchaseRecorded, GiftsOfPurchases>();
        module.On<TierChanged, GiftsOfTiers>();
    }

    public static void AddGifts(this IServiceCollection services)
    {
        services.AddScoped<GiftShelf>();
        services.AddScoped<GiftVouchers>();
        services.AddScoped<GiftContentsCheck>();
        services.AddScoped<GiftOrders>();
        services.AddScoped<GiftClaims>();
        services.AddScoped<GiftDisclosure>();
        services.AddScoped<GiftStatistics>();
        services.AddScoped<GiftTaker>();
        services.AddScoped<GiftDesk>();
        services.AddScoped<IGifts>(scope => scope.GetRequiredService<GiftDesk>());
        services.AddScoped<IGiftChoices, GiftChoices>();
        services.AddScoped<IMemberGoals, GiftGoals>();
        services.AddScoped<GiftJudge>();
        services.AddScoped<GiftClock>();
        services.AddScoped<IJoiningOffer, JoiningGifts>();
        services.AddScoped<IRefundFollower, GiftFollower>();
    }

    public static void MapGifts(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindGiftRules>("GET", "/gift-rules");
        endpoints.ForBrand<ReadGiftRule>("GET", "/gift-rules/{rule}");
        endpoints.ForBrand<EditGiftRule>("PUT", "/gift-rules/{rule}");
        endpoints.ForBrand<ActivateGiftRule>("POST", "/gift-rules/{rule}/activation");
        endpoints.ForBrand<EndGiftRule>("POST", "/gift-rules/{rule}/end");
        endpoints.ForBrand<GiveGift>("POST", "/gifts");
        endpoints.ForBrand<FindGifts>("POST", "/gifts/search");
        endpoints.ForBrand<FindGivenGifts>("GET", "/gifts");
        endpoints.ForBrand<ReadGift>("GET", "/gifts/{gift}");
        endpoints.ForBrand<RevealGift>("POST", "/gifts/{gift}/disclosures");
        endpoints.ForBrand<GiveGiftAgain>("POST", "/gifts/{gift}/attempts");
        endpoints.ForBrand<ClaimGiftByCode>("POST", "/gift-claims");
        endpoints.ForBrand<ClaimGift>("POST", "/gifts/{gift}/claim");
        endpoints.ForBrand<DeclineGift>("POST", "/gifts/{gift}/declination");
        endpoints.ForBrand<RevokeGift>("POST", "/gifts/{gift}/revocation");
    }
}
