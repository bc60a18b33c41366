using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// Value that can no longer be spent and whose expiry is not booked yet, as the night's job does: the books still count it.
/// </summary>
internal sealed class LapsedLoads(StoredValueDb db)
{
    /// <param name="on">Business day; a load whose last day is before it has lapsed.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<LapsedValue>> OfAsync(DateOnly on, CancellationToken cancel) =>
        await db.CardLoads.AsNoTracking()
            .Where(l => l.ExpiresOn < on && (l.PrincipalLeftFen > 0 || l.BonusLeftFen > 0))
            .GroupBy(l => l.StoreId)
            .Select(g => new LapsedValue(g.Key, g.Sum(l => l.PrincipalLeftFen), g.Sum(l => l.BonusLeftFen)))
            .ToListAsync(cancel);
}

/// <summary>Fen, by the store that sold the value; null: none.</summary>
internal sealed record LapsedValue(int? Issuer, long PrincipalFen, long BonusFen);
