using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.StoredValue;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Invoices;

/// <summary>
/// Cards' loads that were paid for, with whether they are invoiced, the newest first unless asked otherwise; of some stores
/// alone where the caller takes requests down at these.
/// </summary>
[Needs(RestaurantRights.RequestInvoices)]
internal sealed class FindInvoiceableLoads(ICardLoads loads, IMemberFiles members, RestaurantDb db, IBrandDirectory brands)
    : Query<FindInvoiceableLoads.Input, PageOf<FindInvoiceableLoads.Row>>
{
    private const string OldestFirst = "loadedOn";
    private const string NewestFirst = "-" + OldestFirst;

    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var search = new CardLoadSearch
        {
            Stores = call.Caller.StoresOf(RestaurantRights.RequestInvoices, call.RequiredBrand.Id),
            OldestFirst = input.Sort == OldestFirst,
        };
        if (!string.IsNullOrWhiteSpace(input.Search))
        {
            var given = input.Search.Trim();
            if (await members.TryOneAsync(given, cancel) is { } holder) search = search with { Member = holder.Id };
            else if (await loads.CardOfAsync(given, call, cancel) is { } card) search = search with { Card = card };
            else return new PageOf<Row>([], null);
        }

        var page = await loads.PaidAsync(search, input.After, input.Size, cancel);
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

    internal sealed record Input : IInput<PageOf<Row>>
    {
        /// <summary>The holder by member number, member card or mobile, or the stored-value card by its number.</summary>
        [Personal]
        public string? Search { get; init; }

        /// <summary><c>loadedOn</c> for the oldest first, <c>-loadedOn</c> or nothing for the newest.</summary>
        public string? Sort { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="Principal">Yuan that were paid.</param>
    /// <param name="Bonus">Yuan that were given on top.</param>
    /// <param name="ToInvoice">Yuan of which an invoice can be had.</param>
    /// <param name="InvoiceState">Of the one that stands; left out: none does.</param>
    internal sealed record Row(
        Guid Load, string MaskedNumber, DateOnly LoadedOn, string? StoreCode, Money Principal, Money Bonus, Money ToInvoice,
        InvoiceState? InvoiceState);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Search).MaximumLength(64);
            RuleFor(i => i.Sort).Must(s => s is null or OldestFirst or NewestFirst).WithErrorCode("field.malformed");
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
