using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.Redemption;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Rungs of the brand's months, those first that are soon lost; limited to stores, what was reached there. Without a
/// month: all that wait to be claimed, or for what keeps their voucher from being given to be mended.
/// </summary>
[Needs(ApparelPermissions.ViewLadder)]
internal sealed class FindRungs(ApparelDb db, RungViews views, IGifts gifts, IBrandDirectory brands)
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
        var after = Cursor.Read<Place>(input.After);
        var rows = input.Month is null
            ? await WaitingAsync(found, after, input.Size + 1, cancel)
            : await From(found, after, input.Size + 1).ToListAsync(cancel);
        var shown = await views.OfAsync(rows, today, cancel);
        return PageOf<RungView>.Of(rows, input.Size, r => new Place(r.ClaimUntil, r.Id), r => shown[r.Id]);
    }

    /// <summary>
    /// Those whose gift waits, or was not given: that is told by whoever gives it, so what was claimed is passed over here.
    /// </summary>
    private async Task<List<EarnedRung>> WaitingAsync(
        IQueryable<EarnedRung> found, Place? after, int most, CancellationToken cancel)
    {
        var waiting = new List<EarnedRung>();
        while (true)
        {
            var page = await From(found, after, Cursor.LargestSize).ToListAsync(cancel);
            var states = await gifts.ReadAsync([.. page.Select(r => r.GiftKey)], cancel);
            waiting.AddRange(page
                .Where(r => r.GiftId is null || (states.TryGetValue(r.GiftKey, out var state) && state == GiftState.Earned))
                .Take(most - waiting.Count));
            if (waiting.Count == most || page.Count < Cursor.LargestSize) return waiting;
            after = new Place(page[^1].ClaimUntil, page[^1].Id);
        }
    }

    private static IQueryable<EarnedRung> From(IQueryable<EarnedRung> found, Place? after, int count)
    {
        if (after is { } place)
            found = found.Where(r => r.ClaimUntil > place.Until || (r.ClaimUntil == place.Until && r.Id > place.Id));
        return found.OrderBy(r => r.ClaimUntil).ThenBy(r => r.Id).Take(count);
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
