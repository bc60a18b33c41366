using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// The customer has the loaded card in his hand: now it counts, for commission and targets. His seller says so, or who loaded
/// the card, or who manages the sellers of this store; no colleague.
/// </summary>
[Needs(SalesPermissions.DeliverCards)]
internal sealed class DeliverSale(SaleBook book, SaleDelivery delivery, SaleViews views) : UseCase<DeliverSale.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.DeliverCards, call, cancel);
        SaleDelivery.RequireMayDeliver(sale, call);
        SaleBook.Require(sale, SaleState.Loaded);
        await delivery.DeliverAsync(sale, call, cancel);
        return await views.OfAsync(sale, cancel);
    }

    internal sealed record Input(long Sale) : ISaleStep;
}

/// <summary>What delivery sets off.</summary>
internal sealed class SaleDelivery(SaleTerms terms, CommissionBook commissions, ProspectBook prospects)
{
    /// <summary>Refuses whoever neither sold it, wrote it down or loaded it, nor sees the team of its store.</summary>
    public static void RequireMayDeliver(CardSale sale, CallContext call)
    {
        if (call.Caller is not { Kind: CallerKind.Person, Id: { } own } || sale.SellerId == own || sale.DraftedById == own
            || sale.LoadedBy == call.Caller.Name || SaleBook.Reaches(sale, SalesPermissions.ViewTeam, call)) return;
        throw new Refusal("storedvalue.anothers-to-deliver", RefusalKind.Forbidden, ("sale", sale.Id));
    }

    public async Task DeliverAsync(CardSale sale, CallContext call, CancellationToken cancel)
    {
        sale.State = SaleState.Delivered;
        (sale.DeliveredBy, sale.DeliveredAt, sale.DeliveredOn) = (call.Caller.Name, call.At, call.RequiredBrand.DateOf(call.At));
        sale.KeptFrom = CoolingOff.LastDay(sale.DeliveredOn.Value, await terms.OfAsync(sale, cancel)).AddDays(1);
        await prospects.WinAsync(sale, cancel);
        await commissions.AccrueAsync(sale, CardOccasion.Of(call), cancel);
    }
}

/// <summary>How long a customer may take a sale back without a reason.</summary>
internal static class CoolingOff
{
    /// <summary>The day of delivery is not counted.</summary>
    public static DateOnly LastDay(DateOnly deliveredOn, CardTypeTerms terms) => deliveredOn.AddDays(terms.Refund.CoolingOffDays);
}
