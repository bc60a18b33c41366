using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Vouchers.Batches;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>Vouchers for many at once: how far each batch came.</summary>
internal static class BatchPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/voucher-batches", async (PageCall page, TableQuery table) => Page.For<BatchListPage>(
            new BatchListModel(await page.RunAsync(new FindVoucherBatches.Input(table.After, table.Size)))));
        pages.MapGet("/voucher-batches/{batch:long}", (PageCall page, long batch) => ShowAsync(page, batch, FormFaults.None));
        MapStep(pages, "stop", batch => new StopVoucherBatch.Input(batch));
        MapStep(pages, "resumption", batch => new ResumeVoucherBatch.Input(batch));
    }

    private static void MapStep<TResult>(PageRoutes pages, string step, Func<long, IInput<TResult>> command) =>
        pages.MapPost("/voucher-batches/{batch:long}/" + step, (PageCall page, long batch) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(command(batch));
                return Page.Redirect(page.ToRedemption(FormattableString.Invariant($"voucher-batches/{batch}")));
            },
            faults => ShowAsync(page, batch, faults)));

    private static async Task<IResult> ShowAsync(PageCall page, long batch, FormFaults faults) =>
        Page.For<BatchPage>(new BatchModel(await page.RunAsync(new ReadVoucherBatch.Input(batch)), faults));
}
