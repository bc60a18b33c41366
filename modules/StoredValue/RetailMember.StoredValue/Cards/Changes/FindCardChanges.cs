using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards.Changes;

/// <summary>
/// Requests to replace cards or to pass them on: those that wait first, then the newest; of some stores alone where the
/// caller works at these.
/// </summary>
[Needs(StoredValuePermissions.ViewCards)]
internal sealed class FindCardChanges(StoredValueDb db, CardChangeViews views)
    : Query<FindCardChanges.Input, FindCardChanges.Result>
{
    private const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.CardChanges.AsNoTracking();
        if (call.Caller.StoresOf(StoredValuePermissions.ViewCards, call.RequiredBrand.Id) is { } stores)
            found = found.Where(c => c.StoreId != null && EF.Parameter(stores).Contains(c.StoreId!.Value));
        if (input.Card is { } card) found = found.Where(c => c.CardId == card);
        var rows = await found.OrderBy(c => c.State).ThenByDescending(c => c.RequestedAt).Take(Most).ToListAsync(cancel);
        return new Result(await views.OfAsync(rows, cancel));
    }

    internal sealed record Input(Guid? Card = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<CardChangeView> CardChanges);
}
