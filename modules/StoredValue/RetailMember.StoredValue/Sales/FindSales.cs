using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>Sales, newest first; of some stores alone where the caller works at these.</summary>
[Needs(SalesPermissions.ViewSales)]
internal sealed class FindSales(StoredValueDb db, SaleViews views) : Query<FindSales.Input, PageOf<SaleView>>
{
    protected override async Task<PageOf<SaleView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.CardSales.AsNoTracking();
        if (call.Caller.StoresOf(SalesPermissions.ViewSales, call.RequiredBrand.Id) is { } stores)
            found = found.Where(s => EF.Parameter(stores).Contains(s.StoreId));
        if (input.State is { } state) found = found.Where(s => s.State == state);
        if (input.Decision is { } decision) found = found.Where(s => s.Decision == decision);
        if (input.PaymentMethod is { } tender) found = found.Where(s => s.Tender == tender);
        if (input.AwaitsRefund)
            found = found.Where(s => db.SaleRefunds.Any(r => r.SaleId == s.Id && r.State == ClosingState.Requested));
        if (input.Seller is { Length: > 0 } seller) found = found.Where(s => s.Seller == seller);
        if (input.SalesChannel is { Length: > 0 } channel) found = found.Where(s => s.Channel == channel);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(s => s.Id < after.Sale);
        var rows = await found.OrderByDescending(s => s.Id).Take(input.Size + 1).ToListAsync(cancel);
        var shown = (await views.OfAsync(rows, cancel)).ToDictionary(v => v.SaleNo);
        return PageOf<SaleView>.Of(rows, input.Size, s => new Place(s.Id), s => shown[s.Id]);
    }

    private sealed record Place(long Sale);

    internal sealed record Input : IInput<PageOf<SaleView>>
    {
        public SaleState? State { get; init; }

        /// <summary>What became of a bonus that needs approval.</summary>
        public BonusDecision? Decision { get; init; }

        public SaleTender? PaymentMethod { get; init; }

        /// <summary>Those alone whose refund somebody must decide on.</summary>
        public bool AwaitsRefund { get; init; }

        /// <summary>User name.</summary>
        public string? Seller { get; init; }

        /// <summary>Code.</summary>
        public string? SalesChannel { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Seller).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.SalesChannel).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
