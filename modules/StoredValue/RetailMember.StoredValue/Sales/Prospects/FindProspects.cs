using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Prospects;

/// <summary>
/// Customers who are or were to be won, the latest first; for whoever manages some stores alone those of who works there alone.
/// </summary>
[Needs(SalesPermissions.ViewTeam)]
internal sealed class FindProspects(
    StoredValueDb db, ProspectBook book, ProspectViews views, IBrandDirectory brands, IStaff staff)
    : Query<FindProspects.Input, PageOf<ProspectView>>
{
    protected override async Task<PageOf<ProspectView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Prospects.AsNoTracking();
        if (new TeamReach(call, brands, staff).Team is { } team)
            found = found.Where(p => EF.Parameter(team).Contains(p.SellerId));
        if (input.Seller is { Length: > 0 } seller) found = found.Where(p => p.Seller == seller);
        if (input.State is { } state) found = Of(found, state);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(p => p.Id < after.Prospect);
        var rows = await found.OrderByDescending(p => p.Id).Take(input.Size + 1).ToListAsync(cancel);
        var shown = (await views.OfAsync(rows, call.RequiredBrand.DateOf(call.At), cancel)).ToDictionary(v => v.Prospect);
        return PageOf<ProspectView>.Of(rows, input.Size, p => new Place(p.Id), p => shown[p.Id]);
    }

    private IQueryable<Prospect> Of(IQueryable<Prospect> found, ProspectState state)
    {
        var isWon = state == ProspectState.Won;
        found = found.Where(p => book.Wins.Any(s => s.Id == p.WonSaleId) == isWon);
        return state switch
        {
            ProspectState.Won => found,
            ProspectState.GivenUp => found.Where(p => p.GivenUpOn != null),
            ProspectState.Contacted => found.Where(p => p.GivenUpOn == null && p.ContactedOn != null),
            _ => found.Where(p => p.GivenUpOn == null && p.ContactedOn == null),
        };
    }

    private sealed record Place(Guid Prospect);

    internal sealed record Input : IInput<PageOf<ProspectView>>
    {
        /// <summary>User name.</summary>
        public string? Seller { get; init; }

        public ProspectState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Seller).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.State).IsInEnum();
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
