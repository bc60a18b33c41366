using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Own;
using RetailMember.Redemption.Pages.Catalogue;
using RetailMember.Redemption.Pages.Shelf;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Pages.Own;

/// <summary>What a member has and can have, on his own phone: he redeems, shows codes and says how he liked it.</summary>
internal static class OwnShelfPages
{
    private const string Rewards = "/rewards";
    private const string Me = IOfMember<object>.Me;

    public static void Describe(ModuleDescription module) =>
        module.MemberLink(new MemberLink("redemption.own.title", "redemption/rewards", "gift", 200) { InBar = true });

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.MemberPages;
        pages.MapGet(Rewards, (PageCall page, IBrandDirectory brands, string? store) => ShowAsync(page, brands, store, FormFaults.None));
        pages.MapPost(Rewards, async (PageCall page, IBrandDirectory brands) =>
        {
            var form = await page.FormAsync<RedeemForm>();
            var asked = new Redeem.Input
            {
                Key = form.Key, Member = Me, Reward = form.Reward, Points = form.Points, StoreCode = form.StoreCode,
            };
            return await page.SubmitAsync(
                async () =>
                {
                    await page.RunAsync(asked);
                    return Page.Redirect(To(page), Flash.Success("redemption.own.redeemed"));
                },
                faults => ShowAsync(page, brands, form.StoreCode, faults));
        });
        pages.MapGet(Rewards + "/{reward}/picture", async (PageCall page, HttpResponse response, string reward) =>
            PicturePages.Send(response, await page.RunAsync(new ReadShownPicture.Input(reward))));
        OwnVoucherPages.Map(pages);
        pages.MapPost("/gifts/{gift:guid}/code", async (PageCall page, Guid gift) =>
            Page.PartFor<ShelfCode>(new ShelfCodeModel((await page.RunAsync(new ShowOwnGift.Input(gift))).Code)));
        pages.MapPost("/orders/{order:guid}/code", async (PageCall page, Guid order) =>
            Page.PartFor<ShelfCode>(new ShelfCodeModel((await page.RunAsync(new ShowOwnOrder.Input(order))).Code)));
        pages.MapPost("/orders/{order:guid}/rating", (PageCall page, IBrandDirectory brands) =>
            page.SubmitAsync<RateOwnReward.Input, RateReward.Result>(
                _ => Page.Redirect(To(page), Flash.Success("redemption.own.rated")),
                faults => ShowAsync(page, brands, store: null, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string? store, FormFaults faults)
    {
        var brand = page.Context.RequiredBrand;
        return Page.For<OwnShelfPage>(new OwnShelfModel(
            await page.RunAsync(new AffordableRewards.Input(Me, store)),
            (await page.RunAsync(new FindShownPictures.Input())).Versions,
            (await page.RunAsync(new FindOwnGifts.Input())).WaitingGifts,
            (await page.RunAsync(new FindWaitingOrders.Input(Me))).Orders,
            (await page.RunAsync(new FindOrdersToRate.Input())).Orders,
            (await page.RunAsync(new FindVouchers.Input { Member = Me })).Items,
            (await page.RunAsync(new FindEntitlements.Input(Me))).Entitlements,
            (await page.RunAsync(new FindMemberBenefits.Input(Me, store))).Benefits,
            [.. brands.StoresOf(brand.Id).Where(s => !s.Closed)],
            store,
            faults));
    }

    public static string To(PageCall page) => MemberAddress.Of(page.Context.RequiredBrand, "redemption/rewards");

    private sealed record RedeemForm(string Key, string Reward, long Points, string? StoreCode = null);
}

/// <param name="Had">Orders collected lately, which he may rate.</param>
/// <param name="StoreCode">Where he wants to have what he redeems; null: only what is had anywhere.</param>
internal sealed record OwnShelfModel(
    AffordableRewards.Result Affordable,
    IReadOnlyDictionary<string, string> Pictures,
    IReadOnlyList<FindOwnGifts.Row> Gifts,
    IReadOnlyList<FindWaitingOrders.Row> Orders,
    IReadOnlyList<FindOrdersToRate.Row> Had,
    IReadOnlyList<VoucherView> Vouchers,
    IReadOnlyList<FindEntitlements.Row> Services,
    IReadOnlyList<FindMemberBenefits.Row> Benefits,
    IReadOnlyList<Store> Stores,
    string? StoreCode,
    FormFaults Faults);
