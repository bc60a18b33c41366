using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Locks the stock of rewards while a batch is decided; two takers of the last piece wait for each other.</summary>
internal sealed class Stocks(IRows rows, DataSession session)
{
    public async Task<StockBook> OpenAsync(IReadOnlyCollection<Guid> rewards, CancellationToken cancel) =>
        new(rows, [.. (await rows.LockAsync<RewardStock, Guid>(s => s.RewardId, rewards, cancel))
            .Where(s => s.BrandId == session.Brand)]);

    /// <summary>Of which stock a store's members are served; null where there is always enough.</summary>
    public static int? PlaceOf(StockKind kind, int? store) => kind switch
    {
        StockKind.None => null,
        StockKind.Shared => RewardStock.Shared,
        _ => store ?? -1,
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

    public Task SaveAsync(CancellationToken cancel) =>
        rows.UpdateAsync(changed, [nameof(RewardStock.Taken), nameof(RewardStock.Supplied)], cancel);
}
