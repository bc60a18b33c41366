using System.Globalization;
using RetailMember.Brands;
using RetailMember.Settings;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// The cashier makes the card and loads it, after the money is there and never for a sale of his own. The load is keyed by
/// the sale: whatever broke in between, done again it is done once. A reload is delivered with it.
/// </summary>
[Needs(SalesPermissions.TakePayments)]
internal sealed class LoadSale(
    SaleBook book,
    CardTypeShelf types,
    CardIssuing issuing,
    CardLoading loading,
    SaleDelivery delivery,
    ISettings settings,
    SaleViews views) : UseCase<LoadSale.Input, SaleView>
{
    public const string SellersMayLoadSetting = "StoredValue.SellersMayLoad";
    public const string UnapprovedBlocksSetting = "StoredValue.UnapprovedBonusBlocks";

    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.TakePayments, call, cancel);
        RequireLoadable(sale, call);
        var type = await types.InForceAsync(sale.CardType, call.At, cancel);
        sale.BonusFen = sale.Decision == BonusDecision.Approved ? BonusOffer.ApprovedOf(sale) : type.Terms.BonusOf(sale.PrincipalFen);
        var occasion = CardOccasion.Of(book.At(sale, call));
        sale.CardId ??= (await issuing.IssueAsync(type, sale.MemberId, seller: null, occasion, cancel)).Id;
        var load = await loading.LoadAsync(
            new LoadOrder(
                sale.CardId.Value, KeyOf(sale), sale.PrincipalFen, sale.BonusFen,
                sale.Kind == SaleKind.Card ? LoadKind.First : LoadKind.Reload, occasion, KeyOf(sale))
            {
                Seller = sale.Attribution == Attribution.Store ? null : sale.SellerId,
            }, cancel);
        sale.State = SaleState.Loaded;
        (sale.LoadedBy, sale.LoadedAt, sale.LoadedOn, sale.LoadId) = (call.Caller.Name, call.At, occasion.On, load.Id);
        if (sale.Kind == SaleKind.Reload) await delivery.DeliverAsync(sale, type.Terms, call, cancel);
        return await views.OfAsync(sale, cancel);
    }

    private static string KeyOf(CardSale sale) => string.Create(CultureInfo.InvariantCulture, $"sale/{sale.Id}");

    private void RequireLoadable(CardSale sale, CallContext call)
    {
        if (sale.State is SaleState.Draft or SaleState.AwaitsCheque)
            throw new Refusal("storedvalue.sale-not-paid", RefusalKind.Conflict, ("sale", sale.Id));
        SaleBook.Require(sale, SaleState.Paid);
        if (sale.IsSoldBy(call.Caller) && !settings.YesNo(SellersMayLoadSetting, sale.BrandId))
            throw new Refusal("storedvalue.seller-may-not-load", RefusalKind.Forbidden);
        if (sale.Decision == BonusDecision.Waits && settings.YesNo(UnapprovedBlocksSetting, sale.BrandId))
            throw new Refusal("storedvalue.bonus-not-approved", RefusalKind.Conflict, ("sale", sale.Id));
    }

    internal sealed record Input(long Sale) : ISaleStep;
}
