using RetailMember.Settings;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// The cashier makes the card and loads it, after the money is there and never for a sale of his own. The load is keyed by
/// the sale: whatever broke in between, done again it is done once. A reload is delivered with it. Whoever says that an
/// online payment has come does not load it.
/// </summary>
[Needs(SalesPermissions.TakePayments)]
internal sealed class LoadSale(
    SaleBook book, SaleCancellations requests, SaleLoading loading, ISettings settings, SaleViews views)
    : UseCase<LoadSale.Input, SaleView>
{
    public const string UnapprovedBlocksSetting = "StoredValue.UnapprovedBonusBlocks";

    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.TakePayments, call, cancel);
        RequireLoadable(sale, call);
        await requests.RequireNoneAsync(sale.Id, cancel);
        await loading.LoadAsync(sale, call, cancel);
        // It was loaded with the usual bonus: nobody can decide on more by now.
        if (sale.Decision == BonusDecision.Waits) sale.Decision = BonusDecision.Declined;
        return await views.OfAsync(sale, cancel);
    }

    private void RequireLoadable(CardSale sale, CallContext call)
    {
        if (sale.State is SaleState.Draft or SaleState.AwaitsCheque)
            throw new Refusal("storedvalue.sale-not-paid", RefusalKind.Conflict, ("sale", sale.Id));
        SaleBook.Require(sale, SaleState.Paid);
        book.RequireSecondPerson(sale, call.Caller, "storedvalue.seller-may-not-load");
        if (sale.Tender == SaleTender.Online) book.RequireOtherThanPayee(sale, call.Caller);
        if (sale.Decision == BonusDecision.Waits && settings.YesNo(UnapprovedBlocksSetting, sale.BrandId))
            throw new Refusal("storedvalue.bonus-not-approved", RefusalKind.Conflict, ("sale", sale.Id));
    }

    internal sealed record Input(long Sale) : ISaleStep;
}
