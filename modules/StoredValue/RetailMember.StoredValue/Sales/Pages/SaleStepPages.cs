using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>One sale, and its steps.</summary>
internal static class SaleStepPages
{
    private const string One = "/sales/{sale:long}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, async (PageCall page, Crediting crediting, IBrandDirectory brands, long sale) =>
        {
            var (read, isOwn) = await ReadAsync(page, sale);
            var brand = page.Context.RequiredBrand.Id;
            var store = read.CardSale.StoreCode is { } code ? brands.FindStore(brand, code)?.Id : null;
            return Page.For<SalePage>(new SaleModel(
                read,
                page.Context.Reaches(TakePayments, store),
                page.May(ConfirmCheques),
                page.May(ConfirmPayments),
                page.Context.Reaches(ApproveBonuses, store),
                page.Context.Reaches(DeliverCards, store) && MayDeliver(read.CardSale, isOwn, store, page),
                page.Context.Reaches(SellCards, store),
                page.Context.Reaches(RefundSales, store) && !SoldOrTook(read.CardSale, page.Context.Caller.Name),
                page.Context.Reaches(StoredValuePermissions.ApproveClosings, store) && !HadToDoWith(read, page.Context.Caller.Name),
                page.May(AnswerDisputes) ? crediting.SellersOf(brand).AsChoices() : [])
            {
                IsOwn = isOwn,
                SeesCommission = isOwn || page.May(ViewCommissions),
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
        MapStep<ConfirmOnlinePayment.Input, ConfirmOnlinePayment.Result>(pages, "online-payment", told =>
            told.PaymentOutcome == OnlinePaymentOutcome.Unexpected ? Flash.Warning("storedvalue.unexpected.written-down") : Done);
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

    /// <summary>He asked for the money, sold, or took it: somebody else decides whether it goes back.</summary>
    private static bool HadToDoWith(ReadSale.Result read, string reader) =>
        read.RefundRequest?.RequestedBy == reader || SoldOrTook(read.CardSale, reader);

    /// <summary>Who sold or took the money gives none back.</summary>
    private static bool SoldOrTook(SaleView sale, string reader) =>
        sale.PaidBy == reader || (sale.Seller ?? sale.DraftedBy) == reader;

    /// <summary>As <see cref="SaleDelivery.RequireMayDeliver"/> has it.</summary>
    private static bool MayDeliver(SaleView sale, bool isOwn, int? store, PageCall page) =>
        isOwn || page.Context.Caller.Name is var reader && (sale.Seller == reader || sale.DraftedBy == reader || sale.LoadedBy == reader)
        || page.Context.Reaches(ViewTeam, store);

    private static Flash Done => Flash.Success("storedvalue.sales.done");

    private static void MapStep<TInput, TResult>(PageRoutes pages, string step, Func<TResult, Flash>? told = null)
        where TInput : IInput<TResult> =>
        pages.MapPost($"{One}/{step}", async (PageCall page, long sale) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<TInput>());
            if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.Forbidden) } no) throw no;
            return Page.Redirect(page.ToSales($"sales/{sale}"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : told?.Invoke(outcome.Value!) ?? Done);
        });
}
