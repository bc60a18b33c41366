using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>One voucher: what happened to it, its code, and what can be done with it.</summary>
internal static class VoucherPages
{
    private const string One = "/vouchers/{voucher:guid}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, Guid voucher) =>
            ShowAsync(page, brands, voucher, null, FormFaults.None));

        // The answer is shown and not redirected to: the code stands in no address and no history.
        pages.MapPost(One + "/reveal", async (PageCall page, IBrandDirectory brands, Guid voucher) =>
            await ShowAsync(
                page, brands, voucher, (await page.RunAsync(new RevealVoucher.Input(voucher))).Code, FormFaults.None));
        pages.MapPost(One + "/revocation", (PageCall page, IBrandDirectory brands, Guid voucher) =>
            page.SubmitAsync<RevokeVoucher.Input, RevokeVoucher.Result>(
                _ => Page.Redirect(AddressOf(page, voucher), Flash.Success("redemption.voucher.revoked")),
                faults => ShowAsync(page, brands, voucher, null, faults)));
        pages.MapPost(One + "/transfer", (PageCall page, IBrandDirectory brands, Guid voucher) =>
            page.SubmitAsync<TransferVoucher.Input, TransferVoucher.Result>(
                done => Page.Redirect(
                    AddressOf(page, voucher), Flash.Success("redemption.voucher.transferred", ("member", done.MemberNo))),
                faults => ShowAsync(page, brands, voucher, null, faults)));
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, Guid voucher, string? code, FormFaults faults) =>
        Page.For<VoucherPage>(new VoucherModel(
            await page.RunAsync(new ReadVoucher.Input(voucher)), brands.NamesOf(page),
            page.May(RevealVouchers), page.May(ManageVouchers), code, faults));

    private static string AddressOf(PageCall page, Guid voucher) => page.ToRedemption($"vouchers/{voucher}");
}
