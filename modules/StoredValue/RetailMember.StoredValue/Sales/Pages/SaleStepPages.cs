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
        pages.MapGet(One, async (PageCall page, Crediting crediting, long sale) => Page.For<SalePage>(new SaleModel(
            await page.RunAsync(new ReadSale.Input(sale)),
            page.MayAtSomeStore(TakePayments),
            page.MayAtSomeStore(ConfirmCheques),
            page.MayAtSomeStore(ConfirmPayments),
            page.MayAtSomeStore(ApproveBonuses),
            page.MayAtSomeStore(DeliverCards),
            page.MayAtSomeStore(SellCards),
            page.MayAtSomeStore(RefundSales),
            page.MayAtSomeStore(StoredValuePermissions.ApproveClosings),
            page.May(AnswerDisputes) ? crediting.SellersOf(page.Context.RequiredBrand.Id).AsChoices() : [])));
        MapStep<PaySale.Input, SaleView>(pages, "payment");
        MapStep<ConfirmCheque.Input, SaleView>(pages, "cheque");
        MapStep<DecideBonus.Input, SaleView>(pages, "bonus-decision");
        MapStep<LoadSale.Input, SaleView>(pages, "loading");
        MapStep<DeliverSale.Input, SaleView>(pages, "delivery");
        MapStep<CancelSale.Input, CancelSale.Result>(pages, "cancellation");
        MapStep<DecideCancellation.Input, SaleRefundView>(pages, "cancellation-decision");
        MapStep<RefundSale.Input, RefundSale.Result>(pages, "repayment");
        MapStep<DecideRefund.Input, SaleRefundView>(pages, "repayment-decision");
        MapStep<ConfirmOnlinePayment.Input, SaleView>(pages, "online-payment");
        MapStep<CorrectSeller.Input, SaleView>(pages, "seller");
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
