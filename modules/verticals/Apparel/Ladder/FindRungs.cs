using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Rungs of the brand's months, those first that are soon lost; limited to stores, what was reached there. Without a
/// month: all that may still be claimed.
/// </summary>
[Needs(ApparelPermissions.ViewLadder)]
internal sealed class FindRungs(ApparelDb db, RungViews views, IBrandDirectory brands)
    : Query<FindRungs.Input, PageOf<RungView>>
{
    protected override async Task<PageOf<RungView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var found = db.EarnedRungs.AsNoTracking();
        found = input.Month is { } day
            ? found.Where(r => r.Month == LadderBook.MonthOf(day))
            : found.Where(r => r.ClaimUntil >= today && r.State == RungState.Standing);
        if (call.StoresFor(brands, ApparelPermissions.ViewLadder, input.StoreCode) is { } stores)
            found = found.Where(r => EF.Parameter(stores).Contains(r.StoreId));
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(r => r.ClaimUntil > after.Until || (r.ClaimUntil == after.Until && r.Id > after.Id));
        var rows = await found.OrderBy(r => r.ClaimUntil).ThenBy(r => r.Id).Take(input.Size + 1).ToListAsync(cancel);
        var shown = await views.OfAsync(rows, today, cancel);
        return PageOf<RungView>.Of(rows, input.Size, r => new Place(r.ClaimUntil, r.Id), r => shown[r.Id]);
    }

    private sealed record Place(DateOnly Until, Guid Id);

    /// <param name="Month">A day of the month.</param>
    internal sealed record Input(DateOnly? Month = null, string? StoreCode = null, string? After = null,
        int Size = Cursor.DefaultSize)
        : IInput<PageOf<RungView>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
