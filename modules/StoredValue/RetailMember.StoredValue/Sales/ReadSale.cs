using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// One sale with what it earned, and for who may approve it what a bonus costs. What others earned of it reads who sees
/// everybody's commission; anybody else his own.
/// </summary>
[Needs(SalesPermissions.ViewSales)]
internal sealed class ReadSale(StoredValueDb db, SaleReader reader) : Query<ReadSale.Input, ReadSale.Result>
{
    public const string GrossMarginSetting = "StoredValue.GrossMarginPercent";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await db.CardSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Sale, cancel);
        return sale is not null && SaleBook.Reaches(sale, SalesPermissions.ViewSales, call)
            ? await reader.ReadAsync(sale, LinesOf(call), call, cancel)
            : throw SaleBook.NotFound(input.Sale);
    }

    private static Guid? LinesOf(CallContext call) =>
        call.Reaches(SalesPermissions.ViewCommissions, store: null) ? null : call.Caller.Id ?? Guid.Empty;

    internal sealed record Input(long Sale) : IInput<Result>;

    /// <param name="Offer">
    /// What the bonus costs and leaves the house; left out: none was asked for, or the reader approves none here.
    /// </param>
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

/// <summary>
/// A sale that the caller is credited with or has written down, or of which a line of commission is his, as the former seller
/// of a corrected one. Of its lines he reads his own.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class ReadOwnSale(StoredValueDb db, SaleReader reader) : Query<ReadOwnSale.Input, ReadSale.Result>
{
    protected override async Task<ReadSale.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await db.CardSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Sale, cancel);
        return sale is not null && call.Caller is { Kind: CallerKind.Person, Id: { } own } && await IsOfAsync(sale, own, cancel)
            ? await reader.ReadAsync(sale, own, call, cancel)
            : throw SaleBook.NotFound(input.Sale);
    }

    private async Task<bool> IsOfAsync(CardSale sale, Guid own, CancellationToken cancel) =>
        sale.SellerId == own || sale.DraftedById == own
        || await db.CommissionLines.AnyAsync(l => l.SaleId == sale.Id && l.SellerId == own, cancel);

    internal sealed record Input(long Sale) : IInput<ReadSale.Result>;
}

/// <summary>Gathers what is to be read of a sale.</summary>
internal sealed class SaleReader(
    StoredValueDb db, SaleTerms terms, SettlementShelf lines, SaleViews views, SaleBook book, GuardRails law, ISettings settings)
{
    /// <param name="sale">To which he has the right.</param>
    /// <param name="linesOf">Whose lines he reads; null: everybody's.</param>
    /// <param name="call">Who reads.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ReadSale.Result> ReadAsync(CardSale sale, Guid? linesOf, CallContext call, CancellationToken cancel)
    {
        var earned = await db.CommissionLines.AsNoTracking()
            .Where(l => l.SaleId == sale.Id && (linesOf == null || l.SellerId == linesOf)).OrderBy(l => l.Id).ToListAsync(cancel);
        var refund = await db.SaleRefunds.AsNoTracking().Where(r => r.SaleId == sale.Id).OrderBy(r => r.Id).LastOrDefaultAsync(cancel);
        var last = await LastDayAsync(sale, cancel);
        return new ReadSale.Result(
            await views.OfAsync(sale, cancel), await OfferAsync(sale, call, cancel), last,
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

    private async Task<BonusOffer?> OfferAsync(CardSale sale, CallContext call, CancellationToken cancel)
    {
        if (sale.AskedPerMille is not { } asked || !SaleBook.Reaches(sale, SalesPermissions.ApproveBonuses, call)) return null;
        var judged = await terms.OfAsync(sale, cancel);
        return BonusOffer.Of(
            sale.PrincipalFen, judged.BonusOf(sale.PrincipalFen), asked, settings.WholeNumber(ReadSale.GrossMarginSetting, sale.BrandId));
    }

    private async Task<DateOnly?> LastDayAsync(CardSale sale, CancellationToken cancel) => sale.LoadedOn is { } loaded
        ? CoolingOff.LastDay(sale.DeliveredOn ?? loaded, await terms.OfAsync(sale, cancel))
        : null;
}
