using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Settings;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>One sale with what it earned, and what a bonus costs that somebody must approve.</summary>
[Needs(SalesPermissions.ViewSales)]
internal sealed class ReadSale(
    StoredValueDb db, SaleTerms terms, SettlementShelf lines, SaleViews views, SaleBook book, GuardRails law, ISettings settings)
    : Query<ReadSale.Input, ReadSale.Result>
{
    public const string GrossMarginSetting = "StoredValue.GrossMarginPercent";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await db.CardSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Sale, cancel);
        if (sale is null || !SaleBook.Reaches(sale, SalesPermissions.ViewSales, call))
            throw new Refusal("storedvalue.sale-not-found", RefusalKind.NotFound, ("sale", input.Sale));
        var earned = await db.CommissionLines.AsNoTracking().Where(l => l.SaleId == sale.Id).OrderBy(l => l.Id).ToListAsync(cancel);
        var refund = await db.SaleRefunds.AsNoTracking().Where(r => r.SaleId == sale.Id).OrderBy(r => r.Id).LastOrDefaultAsync(cancel);
        var last = await LastDayAsync(sale, cancel);
        return new Result(
            await views.OfAsync(sale, cancel), await OfferAsync(sale, cancel), last,
            last is { } day && call.RequiredBrand.DateOf(call.At) <= day,
            await WarningsAsync(sale, cancel), [.. earned.Select(lines.Show)], refund is null ? null : SaleRefundView.Of(refund));
    }

    /// <summary>Whoever takes the money reads what the law says as whoever drafted the sale did.</summary>
    private async Task<IReadOnlyList<LawWarning>> WarningsAsync(CardSale sale, CancellationToken cancel)
    {
        if (sale.State != SaleState.Draft) return [];
        var judged = await terms.OfAsync(sale, cancel);
        return law.WarningsOf(sale.AtLaw(judged.Named, await book.CardOfAsync(sale, cancel)), sale.BrandId);
    }

    private async Task<BonusOffer?> OfferAsync(CardSale sale, CancellationToken cancel)
    {
        if (sale.AskedPerMille is not { } asked) return null;
        var judged = await terms.OfAsync(sale, cancel);
        return BonusOffer.Of(
            sale.PrincipalFen, judged.BonusOf(sale.PrincipalFen), asked, settings.WholeNumber(GrossMarginSetting, sale.BrandId));
    }

    private async Task<DateOnly?> LastDayAsync(CardSale sale, CancellationToken cancel) => sale.LoadedOn is { } loaded
        ? CoolingOff.LastDay(sale.DeliveredOn ?? loaded, await terms.OfAsync(sale, cancel))
        : null;

    internal sealed record Input(long Sale) : IInput<Result>;

    /// <param name="Offer">What the bonus costs; left out: none was asked for.</param>
    /// <param name="LastRefundDay">On which the customer may take it back without a reason.</param>
    /// <param name="IsInCoolingOff">Whether that day is not over.</param>
    /// <param name="Warnings">What the law has against it, while nothing is paid.</param>
    /// <param name="RefundRequest">The latest request to take it back; left out: none.</param>
    internal sealed record Result(
        SaleView CardSale,
        BonusOffer? Offer,
        DateOnly? LastRefundDay,
        bool IsInCoolingOff,
        IReadOnlyList<LawWarning> Warnings,
        IReadOnlyList<CommissionLineView> CommissionLines,
        SaleRefundView? RefundRequest);
}
