using RetailMember.Pages;
using RetailMember.UseCases;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>One sale, and its steps.</summary>
internal static class SaleStepPages
{
    private const string One = "/sales/{sale:long}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, async (PageCall page, Crediting crediting, long sale) =>
        {
            var (read, isOwn) = await ReadAsync(page, sale);
            return Page.For<SalePage>(new SaleModel(
                read,
                page.MayAtSomeStore(TakePayments),
                page.MayAtSomeStore(ConfirmCheques),
                page.MayAtSomeStore(ConfirmPayments),
                page.MayAtSomeStore(ApproveBonuses),
                page.MayAtSomeStore(DeliverCards),
                page.MayAtSomeStore(SellCards),
                page.MayAtSomeStore(RefundSales),
                page.MayAtSomeStore(StoredValuePermissions.ApproveClosings),
                page.May(AnswerDisputes) ? crediting.SellersOf(page.Context.RequiredBrand.Id).AsChoices() : [])
            {
                IsOwn = isOwn,
            });
        });
        MapStep<PaySale.Input, SaleView>(pages, "payment");
        MapStep<ConfirmCheque.Input, SaleView>(pages, "cheque");
        MapStep<DecideBonus.Input, SaleView>(pages, "bonus-decision");
        MapStep<LoadSale.Input, SaleView>(pages, "loading");
        MapStep<DeliverSale.Input, SaleView>(pages, "delivery");
        MapStep<CancelSale.Input, CancelSale.Result>(pages, "cancellation");
        MapStep<DecideCancellation.Input, SaleRefundView>(pages, "cancellation-decision");
        MapStep<RefundSale.Input, RefundSale.Result>(pages, "repayment");
        MapStep<DecideRefund.Input, SaleRefundView>(pages, "repayment-decision");
        MapStep<ConfirmOnlinePayment.Input, ConfirmOnlinePayment.Result>(pages, "online-payment");
        MapStep<CorrectSeller.Input, SaleView>(pages, "seller");
    }

    /// <summary>Whoever does not see all sales, or none of this store, reads those that are his own.</summary>
    private static async Task<(ReadSale.Result Read, bool IsOwn)> ReadAsync(PageCall page, long sale)
    {
        if (!page.MayAtSomeStore(ViewSales)) return (await page.RunAsync(new ReadOwnSale.Input(sale)), true);
        var seen = await page.TryAsync(new ReadSale.Input(sale));
        if (seen.Refusal is null) return (seen.Value!, false);
        if (seen.Refusal.Kind != RefusalKind.NotFound || !page.MayAtSomeStore(SellCards)) throw seen.Refusal;
        return (await page.RunAsync(new ReadOwnSale.Input(sale)), true);
    }

    private static void MapStep<TInput, TResult>(PageRoutes pages, string step)
        where TInput : IInput<TResult> =>
        pages.MapPost($"{One}/{step}", async (PageCall page, long sale) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<TInput>());
            if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.Forbidden) } no) throw no;
            return Page.Redirect(page.ToSales($"sales/{sale}"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success("storedvalue.sales.done"));
        });
}
