using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Own;
using RetailMember.Redemption.Pages.Shelf;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Pages.Own;

/// <summary>A member shows a voucher of his to the till, or passes it on to a friend.</summary>
internal static class OwnVoucherPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapPost("/vouchers/{voucher:guid}/code", async (PageCall page, Guid voucher) =>
            Page.PartFor<ShelfCode>(new ShelfCodeModel((await page.RunAsync(new ShowOwnVoucher.Input(voucher))).Code)));
        pages.MapGet("/vouchers/{voucher:guid}/transfer", (PageCall page, Guid voucher) =>
            ShowAsync(page, voucher, FormFaults.None));
        pages.MapPost("/vouchers/{voucher:guid}/transfer", (PageCall page, Guid voucher) =>
            page.SubmitAsync<PassOwnVoucher.Input, PassOwnVoucher.Result>(
                _ => Page.Redirect(OwnShelfPages.To(page), Flash.Success("redemption.own.passed")),
                faults => ShowAsync(page, voucher, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, Guid voucher, FormFaults faults) =>
        Page.For<OwnTransferPage>(new OwnTransferModel(await page.RunAsync(new ReadOwnVoucher.Input(voucher)), faults));
}

internal sealed record OwnTransferModel(VoucherView Voucher, FormFaults Faults)
{
    public bool IsFree => Voucher is { Transferable: true, State: Data.VoucherState.Issued };
}
