using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Restaurant.Data;
using RetailMember.StoredValue;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Invoices;

/// <summary>The register of invoices, the newest request first.</summary>
[Needs(RestaurantRights.ViewInvoices)]
internal sealed class FindInvoices(RestaurantDb db, IBrandDirectory brands) : Query<FindInvoices.Input, PageOf<InvoiceView>>
{
    protected override async Task<PageOf<InvoiceView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var invoices = db.Invoices.AsNoTracking();
        if (input.State is { } state) invoices = invoices.Where(i => i.State == state);
        if (Cursor.Read<Place>(input.After) is { } place)
            invoices = invoices.Where(i => i.RequestedAt < place.At || (i.RequestedAt == place.At && i.Id < place.Invoice));
        var rows = await invoices.OrderByDescending(i => i.RequestedAt).ThenByDescending(i => i.Id)
            .Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<InvoiceView>.Of(
            rows, input.Size, i => new Place(i.RequestedAt, i.Id), i => InvoiceView.Of(i, brands));
    }

    private sealed record Place(DateTime At, Guid Invoice);

    internal sealed record Input(InvoiceState? State = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<InvoiceView>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

/// <summary>Cards' loads that were paid for, the newest first, with whether they are invoiced.</summary>
[Needs(RestaurantRights.ViewInvoices)]
internal sealed class FindInvoiceableLoads(ICardLoads loads, RestaurantDb db, IBrandDirectory brands)
    : Query<FindInvoiceableLoads.Input, PageOf<FindInvoiceableLoads.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var page = await loads.PaidAsync(input.After, input.Size, cancel);
        Guid[] keys = [.. page.Items.Select(l => l.Load)];
        var states = await (
            from subject in db.InvoiceSubjects.AsNoTracking()
            join invoice in db.Invoices.AsNoTracking() on subject.Standing equals (Guid?)invoice.Id
            where EF.Parameter(keys).Contains(subject.Id)
            select new { subject.Id, invoice.State }).ToDictionaryAsync(i => i.Id, i => i.State, cancel);
        return new PageOf<Row>([.. page.Items.Select(Show)], page.Next);

        Row Show(CardLoadFile load) => new(
            load.Load, load.MaskedNumber, load.On, load.StoreId is { } store ? brands.FindStore(store)?.Code : null,
            new Money(load.PrincipalFen), new Money(load.BonusFen), new Money(load.PrincipalFen - load.PaidOutFen),
            states.TryGetValue(load.Load, out var state) ? state : null);
    }

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Row>>;

    /// <param name="Principal">Yuan that were paid.</param>
    /// <param name="Bonus">Yuan that were given on top.</param>
    /// <param name="ToInvoice">Yuan of which an invoice can be had.</param>
    /// <param name="InvoiceState">Of the one that stands; left out: none does.</param>
    internal sealed record Row(
        Guid Load, string MaskedNumber, DateOnly LoadedOn, string? StoreCode, Money Principal, Money Bonus, Money ToInvoice,
        InvoiceState? InvoiceState);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
