using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Pages.Benefits;
using RetailMember.Redemption.Pages.Orders;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Shelf;

/// <summary>
/// The shelf as the member sees it on his phone. Staff open it for the one who stands before them, with their own rights.
/// </summary>
internal static class ShelfPages
{
    private const string Shelf = "/shelf";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Shelf, (PageCall page, IBrandDirectory brands) => Enter(page, brands, FormFaults.None));

        // Answered and not redirected to: whose shelf it is stands in no address.
        pages.MapPost(Shelf, (PageCall page, IBrandDirectory brands) => page.SubmitAsync(
            async () => await ShowAsync(page, brands, await page.FormAsync<AffordableRewards.Input>()),
            faults => Task.FromResult(Enter(page, brands, faults))));
        pages.MapPost("/vouchers/{voucher:guid}/code", async (PageCall page, Guid voucher) =>
            Page.PartFor<ShelfCode>(new ShelfCodeModel((await page.RunAsync(new RevealVoucher.Input(voucher))).Code)));
        pages.MapPost("/orders/{order:guid}/code", async (PageCall page, Guid order) =>
            Page.PartFor<ShelfCode>(new ShelfCodeModel((await page.RunAsync(new RevealOrder.Input(order))).Code)));
    }

    private static IResult Enter(PageCall page, IBrandDirectory brands, FormFaults faults)
    {
        page.Require(ViewCatalogue);
        var brand = page.Context.RequiredBrand;
        return Page.For<ShelfEntryPage>(
            new ShelfEntryModel(brand.Name, [.. brands.StoresOf(brand.Id).Where(s => !s.Closed)], faults));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, AffordableRewards.Input asked)
    {
        var affordable = await page.RunAsync(asked);
        var member = affordable.MemberNo;
        return Page.For<ShelfPage>(new ShelfModel(
            page.Context.RequiredBrand.Name,
            affordable,
            (await page.RunAsync(new FindRewardPictures.Input())).Versions,
            (await page.RunAsync(new FindWaitingOrders.Input(member))).Orders,
            await CounterPages.GiftsAsync(page, member),
            await BenefitPages.OfMemberAsync(page, member, asked.StoreCode),
            (await page.RunAsync(new FindVouchers.Input { Member = member })).Items,
            (await page.RunAsync(new FindEntitlements.Input(member))).Entitlements,
            brands.NamesOf(page),
            page.May(RedeemRewards),
            page.May(RevealVouchers)));
    }
}
