using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Locks the stock of rewards while a batch is decided; two takers of the last piece wait for each other.</summary>
internal sealed class Stocks(IRows rows, DataSession session)
{
    public async Task<StockBook> OpenAsync(IReadOnlyCollection<Guid> rewards, CancellationToken cancel) =>
        new(rows, [.. (await rows.LockAsync<RewardStock, Guid>(s => s.RewardId, rewards, cancel))
            .Where(s => s.BrandId == session.Brand)]);

    /// <summary>Makes room for rewards at places that have had none of them.</summary>
    public Task PlaceAsync(IReadOnlyCollection<(Guid Reward, int Place)> places, CancellationToken cancel) =>
        rows.InsertMissingAsync(
            [
                .. places.Distinct().Select(p =>
                    new RewardStock { BrandId = session.Brand!.Value, RewardId = p.Reward, StoreId = p.Place }),
            ],
            cancel);

    /// <summary>
    /// Of which stock a store's members are served; null where there is always enough. Refuses with <c>store.needed</c>
    /// where each store has its own and none is named.
    /// </summary>
    public static int? PlaceOf(StockKind kind, int? store) => kind switch
    {
        StockKind.None => null,
        StockKind.Shared => RewardStock.Shared,
        _ => store ?? throw new Refusal("store.needed", RefusalKind.Invalid),
    };
}

internal sealed class StockBook(IRows rows, IReadOnlyCollection<RewardStock> locked)
{
    private readonly Dictionary<(Guid, int), RewardStock> stocks = locked.ToDictionary(s => (s.RewardId, s.StoreId));
    private readonly HashSet<RewardStock> changed = [];

    /// <summary>False, and nothing taken, where less is left.</summary>
    /// <param name="reward">Which.</param>
    /// <param name="place">See <see cref="Stocks.PlaceOf"/>; null always succeeds.</param>
    /// <param name="pieces">How many.</param>
    public bool TryTake(Guid reward, int? place, long pieces)
    {
        if (place is not { } store) return true;
        if (!stocks.TryGetValue((reward, store), out var stock) || stock.Left < pieces) return false;
        stock.Taken += pieces;
        changed.Add(stock);
        return true;
    }

    public void GiveBack(Guid reward, int? place, long pieces)
    {
        if (place is not { } store) return;
        var stock = stocks[(reward, store)];
        stock.Taken -= pieces;
        changed.Add(stock);
    }

    /// <summary>What came back broken is neither ordered nor there any more.</summary>
    public void WriteOff(Guid reward, int? place, long pieces)
    {
        if (place is not { } store) return;
        GiveBack(reward, place, pieces);
        stocks[(reward, store)].Supplied -= pieces;
    }

    /// <summary>What one place has given out comes back to another, which must be there.</summary>
    public void MoveBack(Guid reward, int from, int to, long pieces)
    {
        WriteOff(reward, from, pieces);
        var stock = stocks[(reward, to)];
        stock.Supplied += pieces;
        changed.Add(stock);
    }

    public Task SaveAsync(CancellationToken cancel) =>
        rows.UpdateAsync(changed, [nameof(RewardStock.Taken), nameof(RewardStock.Supplied)], cancel);
}
