using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Restaurant.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Invoices;

/// <summary>The register of invoices, the newest request first.</summary>
[Needs(RestaurantRights.ViewInvoices)]
internal sealed class FindInvoices(RestaurantDb db, IBrandDirectory brands) : Query<FindInvoices.Input, PageOf<InvoiceView>>
{
    protected override Task<PageOf<InvoiceView>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        db.Invoices.AsNoTracking().PageAsync(input, brands, cancel);

    internal sealed record Input(InvoiceState? State = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<InvoiceView>>, IInvoicePage;

    internal sealed class Rules : InvoicePageRules<Input>;
}

/// <summary>What became of the invoices that were asked for at the stores where the caller takes requests down, the newest first.</summary>
[Needs(RestaurantRights.RequestInvoices)]
internal sealed class FindInvoiceRequests(RestaurantDb db, IBrandDirectory brands)
    : Query<FindInvoiceRequests.Input, PageOf<InvoiceView>>
{
    protected override Task<PageOf<InvoiceView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Invoices.AsNoTracking();
        if (call.Caller.StoresOf(RestaurantRights.RequestInvoices, call.RequiredBrand.Id) is { } stores)
            found = found.Where(i => i.StoreId != null && EF.Parameter(stores).Contains(i.StoreId.Value));
        return found.PageAsync(input, brands, cancel);
    }

    internal sealed record Input(InvoiceState? State = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<InvoiceView>>, IInvoicePage;

    internal sealed class Rules : InvoicePageRules<Input>;
}

/// <summary>Which invoices are asked for.</summary>
internal interface IInvoicePage
{
    InvoiceState? State { get; }

    string? After { get; }

    int Size { get; }
}

internal abstract class InvoicePageRules<TInput> : AbstractValidator<TInput>
    where TInput : IInvoicePage
{
    protected InvoicePageRules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
}

internal static class InvoicePaging
{
    public static async Task<PageOf<InvoiceView>> PageAsync(
        this IQueryable<Invoice> invoices, IInvoicePage asked, IBrandDirectory brands, CancellationToken cancel)
    {
        if (asked.State is { } state) invoices = invoices.Where(i => i.State == state);
        if (Cursor.Read<Place>(asked.After) is { } place)
            invoices = invoices.Where(i => i.RequestedAt < place.At || (i.RequestedAt == place.At && i.Id < place.Invoice));
        var rows = await invoices.OrderByDescending(i => i.RequestedAt).ThenByDescending(i => i.Id)
            .Take(asked.Size + 1).ToListAsync(cancel);
        return PageOf<InvoiceView>.Of(
            rows, asked.Size, i => new Place(i.RequestedAt, i.Id), i => InvoiceView.Of(i, brands));
    }

    private sealed record Place(DateTime At, Guid Invoice);
}
