using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Services;
using RetailMember.Redemption.Pages.Benefits;
using RetailMember.Redemption.Pages.Gifts;
using RetailMember.Redemption.Pages.Services;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.UseCases;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Orders;

/// <summary>The counter: orders to hand out today, a scan that finds one by code or by member, and new redemptions.</summary>
internal static class CounterPages
{
    private const string Counter = "/orders";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Counter, (PageCall page, IBrandDirectory brands, HttpContext http) =>
            ShowAsync(page, brands, http, null, FormFaults.None));
        pages.MapPost(Counter + "/pool", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            AgainAsync(page, brands, http, FormFaults.None));

        // Answered and not redirected to: who was scanned stands in no address.
        pages.MapPost(Counter + "/scan", ScanAsync);
        pages.MapPost(Counter + "/redemption", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            page.SubmitAsync<Redeem.Input, Redeem.Result>(
                done => Page.Redirect(
                    page.ToRedemption(done.State == RewardOrderState.Reserved ? $"orders/{done.Order}" : "orders"),
                    Flash.Success(
                        "redemption.counter.redeemed",
                        ("reward", done.Reward), ("points", done.Points), ("left", done.PointsBalance))),
                faults => AgainAsync(page, brands, http, faults)));
    }

    /// <summary>The counter with the member whom a form was about.</summary>
    public static async Task<IResult> AgainAsync(PageCall page, IBrandDirectory brands, HttpContext http, FormFaults faults)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await ShowAsync(page, brands, http, form["member"], faults, form["pooled"] == "true");
    }

    private static async Task<IResult> ScanAsync(PageCall page, IBrandDirectory brands, HttpContext http)
    {
        var scanned = (await http.Request.ReadFormAsync(http.RequestAborted))["scan"].ToString().Trim();
        if (scanned.Length == 0) return Page.Redirect(page.ToRedemption("orders"));
        if (StoreOf(page, brands, http) is not { } store) return await ShowAsync(page, brands, http, null, FormFaults.None);
        if (!SecretCode.LooksLikeOne(scanned)) return await ShowAsync(page, brands, http, scanned, FormFaults.None);
        var found = await page.TryAsync(new LookUpCode.Input(scanned, store.Code));
        if (found.Refusal is { } no)
            // Some cards have as many digits as a code.
            return (await page.TryAsync(new FindWaitingOrders.Input(scanned, store.Code))).Accepted
                ? await ShowAsync(page, brands, http, scanned, FormFaults.None)
                : await ShowAsync(page, brands, http, null, FormFaults.Of(no, page.Texts));
        if (found.Value.Gift is { } gift) return await GiftPages.ShowAsync(page, brands, http, gift, null, FormFaults.None);
        var order = found.Value.Order!.Value;
        return found.Value.Kind == RewardKind.Service
            ? await ServicePages.ShowAsync(page, brands, http, order, scanned, FormFaults.None)
            : await OrderPages.ShowAsync(page, brands, http, order, scanned, wasRevealed: false, FormFaults.None);
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, string? identifier, FormFaults faults, bool pooled = false)
    {
        page.Require(ViewOrders);
        if (StoreOf(page, brands, http) is not { } store)
            return Page.For<CounterStorePage>(new CounterStoreModel(brands.For(page, ViewOrders)));
        MemberAtCounter? member = null;
        if (identifier is not null)
        {
            var orders = await page.TryAsync(new FindWaitingOrders.Input(identifier, store.Code));
            var affordable = await page.TryAsync(new AffordableRewards.Input(identifier, store.Code, pooled));
            if ((orders.Refusal ?? affordable.Refusal) is { } no) faults = faults.Any ? faults : FormFaults.Of(no, page.Texts);
            else
                member = new MemberAtCounter(
                    identifier, pooled, orders.Value, affordable.Value, await GiftsAsync(page, identifier),
                    await BenefitPages.OfMemberAsync(page, identifier, store.Code),
                    (await page.RunAsync(new FindEntitlements.Input(identifier))).Entitlements);
        }

        var waiting = await page.RunAsync(new FindWaitingOrders.Input(StoreCode: store.Code));
        return Page.For<CounterPage>(new CounterModel(
            store, brands.For(page, ViewOrders), waiting, await page.RunAsync(new FindBookings.Input(store.Code)),
            await PicturesAsync(page), member,
            page.MayAtSomeStore(HandOutOrders), page.MayAtSomeStore(RedeemRewards), faults));
    }

    /// <summary>None where whoever asks may not see the catalogue: the counter works without them.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> PicturesAsync(PageCall page) =>
        page.MayAtSomeStore(ViewCatalogue)
            ? (await page.RunAsync(new FindRewardPictures.Input())).Versions
            : new Dictionary<string, string>();

    /// <summary>What waits for a member and can be handed out now; nothing where whoever asks may not see it.</summary>
    public static async Task<WaitingGifts> GiftsAsync(PageCall page, string member)
    {
        if (!page.MayAtSomeStore(ViewGifts)) return WaitingGifts.None(page.Texts);
        var gifts = await page.RunAsync(new FindGifts.Input { Member = member });
        return gifts.Items.Count == 0
            ? WaitingGifts.None(page.Texts)
            : new WaitingGifts(gifts.Items, await GiftRulePages.NamesAsync(page), page.MayAtSomeStore(HandOutGifts));
    }

    /// <summary>Where whoever asks stands; null where he has not said yet.</summary>
    public static Store? StoreOf(PageCall page, IBrandDirectory brands, HttpContext http) =>
        StoreAtWork.Of(http, page, brands.For(page, ViewOrders));
}
