using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Prospects;

/// <summary>The lists of customers to be won, each row locked by whoever changes it.</summary>
internal sealed class ProspectBook(StoredValueDb db, IRows rows, DataSession session)
{
    /// <summary>Sales by which somebody can be won: one that came back wins nobody.</summary>
    public IQueryable<CardSale> Wins => db.CardSales.AsNoTracking().Where(s => s.State == SaleState.Delivered);

    /// <summary>
    /// Locked, and changed through the context; one that is to be followed up: not won, not given up, and its days are not over.
    /// </summary>
    public async Task<Prospect> HoldRunningAsync(
        Guid prospect, Func<Prospect, bool> isSeen, CallContext call, CancellationToken cancel)
    {
        if ((await HoldAsync([prospect], cancel)).Find(p => isSeen(p)) is not { } row)
            throw new Refusal("storedvalue.prospect-not-found", RefusalKind.NotFound);
        if (await IsWonAsync(row, cancel)) throw new Refusal("storedvalue.prospect-won", RefusalKind.Conflict);
        if (row.GivenUpOn is not null) throw new Refusal("storedvalue.prospect-given-up", RefusalKind.Conflict);
        return row.RunsOn(call.RequiredBrand.DateOf(call.At))
            ? row
            : throw new Refusal("storedvalue.prospect-over", RefusalKind.Conflict, ("until", row.Until));
    }

    /// <summary>A member has a new card in his hand: on whose list he is has won him.</summary>
    public async Task WinAsync(CardSale sale, CancellationToken cancel)
    {
        if (sale is not { Kind: SaleKind.Card, CardId: { } card, DeliveredOn: { } on }) return;
        // Between load and delivery the card may have come to another, as by a merge.
        if (await db.Cards.AsNoTracking().Where(c => c.Id == card).Select(c => c.MemberId).SingleAsync(cancel) is not { } member) return;
        var known = await db.Prospects.AsNoTracking()
            .Where(p => p.MemberId == member && p.GivenUpOn == null && p.ListedOn <= on && p.Until >= on)
            .OrderByDescending(p => p.Id).Select(p => p.Id).Take(1).ToListAsync(cancel);
        foreach (var row in await HoldAsync(known, cancel))
        {
            if (row.GivenUpOn is not null || await IsWonAsync(row, cancel)) continue;
            (row.WonSaleId, row.WonOn) = (sale.Id, on);
        }
    }

    /// <summary>How many each seller is to win still, with his user name as it is on the list.</summary>
    public async Task<IReadOnlyDictionary<Guid, (string Name, int Count)?>> CountRunningAsync(DateOnly today, CancellationToken cancel) =>
        await db.Prospects.AsNoTracking()
            .Where(p => p.GivenUpOn == null && p.Until >= today && !Wins.Any(s => s.Id == p.WonSaleId))
            .GroupBy(p => p.SellerId).Select(g => new { g.Key, Name = g.Max(p => p.Seller)!, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => ((string, int)?)(g.Name, g.Count), cancel);

    /// <summary>Gives whom somebody is to win still to another; says how many.</summary>
    public async Task<int> PassOnAsync(Guid from, Guid to, string toName, DateOnly today, CancellationToken cancel)
    {
        var known = await db.Prospects.AsNoTracking().Where(p => p.SellerId == from && p.GivenUpOn == null && p.Until >= today)
            .Select(p => p.Id).ToListAsync(cancel);
        var given = 0;
        foreach (var row in (await HoldAsync(known, cancel)).Where(p => p.SellerId == from && p.RunsOn(today)))
        {
            if (await IsWonAsync(row, cancel)) continue;
            (row.SellerId, row.Seller) = (to, toName);
            given++;
        }

        return given;
    }

    private async Task<bool> IsWonAsync(Prospect row, CancellationToken cancel) =>
        row.WonSaleId is { } sale && await Wins.AnyAsync(s => s.Id == sale, cancel);

    private async Task<List<Prospect>> HoldAsync(List<Guid> prospects, CancellationToken cancel)
    {
        if (prospects.Count == 0) return [];
        var held = (await rows.LockAsync<Prospect, Guid>(p => p.Id, prospects, cancel)).FindAll(p => p.BrandId == session.Brand);
        db.Prospects.AttachRange(held);
        return held;
    }
}
