using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.HandOver;

/// <summary>
/// Customers whose seller sells here no more, by that seller: nobody has their renewals, nor wins whom he was to win.
/// </summary>
[Needs(SalesPermissions.HandOverCustomers)]
internal sealed class FindLeftBooks(LeftBooks books, Crediting crediting) : Query<FindLeftBooks.Input, FindLeftBooks.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var found = (await books.AllAsync(today, cancel)).Where(b => !crediting.Sells(b.Seller, call.RequiredBrand.Id));
        return new Result([.. found.Select(b => new LeftBook(b.UserName, b.Cards, new Money(b.LeftFen), b.Prospects))]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="LeftCustomers">Those with most cards first.</param>
    internal sealed record Result(IReadOnlyList<LeftBook> LeftCustomers);

    /// <param name="Leaver">User name; the key of one whose name nobody has noted.</param>
    /// <param name="CardCount">Cards that he sold to last.</param>
    /// <param name="Left">Yuan on them.</param>
    /// <param name="ProspectCount">Customers on his list who are still to be won.</param>
    internal sealed record LeftBook(string Leaver, int CardCount, Money Left, int ProspectCount);
}

/// <summary>
/// The customers of sellers: the cards that each of them sold to last, or was given, and whom he is to win. Somebody who
/// never sold is known by the name that was noted of him while he was here, or by that on his list; if he came and left
/// between two notes, by his key.
/// </summary>
internal sealed class LeftBooks(StoredValueDb db, IStaff staff, ProspectBook prospects)
{
    /// <summary>Those with most cards first.</summary>
    public async Task<IReadOnlyList<SellersBook>> AllAsync(DateOnly today, CancellationToken cancel)
    {
        var cards = await db.Cards.AsNoTracking()
            .Where(c => c.LastSellerId != null && c.State != CardState.Closed)
            .GroupBy(c => c.LastSellerId!.Value)
            .Select(g => new { Seller = g.Key, Cards = g.Count(), Left = g.Sum(c => c.PrincipalFen + c.BonusFen) })
            .ToListAsync(cancel);
        var running = await prospects.CountRunningAsync(today, cancel);
        var bySeller = cards.ToDictionary(c => c.Seller);
        Guid[] sellers = [.. bySeller.Keys.Union(running.Keys)];
        var names = await NamesAsync(sellers, cancel);
        return
        [
            .. sellers.Select(s => (Seller: s, Cards: bySeller.GetValueOrDefault(s)))
                .Select(b => new SellersBook(
                    b.Seller, names.GetValueOrDefault(b.Seller) ?? running.GetValueOrDefault(b.Seller)?.Name ?? b.Seller.ToString("N"),
                    b.Cards?.Cards ?? 0, b.Cards?.Left ?? 0, running.GetValueOrDefault(b.Seller)?.Count ?? 0))
                .OrderByDescending(c => c.Cards).ThenByDescending(c => c.Prospects).ThenBy(c => c.UserName, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyDictionary<Guid, string?>> NamesAsync(Guid[] sellers, CancellationToken cancel)
    {
        Guid?[] asked = [.. sellers.Select(s => (Guid?)s)];
        var sold = await db.CardSales.AsNoTracking().Where(s => EF.Parameter(asked).Contains(s.SellerId) && s.Seller != null)
            .GroupBy(s => s.SellerId!.Value).Select(g => new { g.Key, Name = g.Max(s => s.Seller)! })
            .ToDictionaryAsync(n => n.Key, n => n.Name, cancel);
        Guid[] others = [.. sellers.Except(sold.Keys)];
        var noted = await db.NotedRoles.AsNoTracking().Where(r => EF.Parameter(others).Contains(r.PersonId))
            .GroupBy(r => r.PersonId).Select(g => new { g.Key, Name = g.Max(r => r.UserName)! })
            .ToDictionaryAsync(n => n.Key, n => n.Name, cancel);
        return sellers.ToDictionary(s => s, s =>
            sold.GetValueOrDefault(s) ?? staff.Find(s)?.UserName ?? noted.GetValueOrDefault(s));
    }

    /// <summary>By user name; null: he has no customers.</summary>
    public async Task<SellersBook?> FindAsync(string userName, DateOnly today, CancellationToken cancel) =>
        (await AllAsync(today, cancel)).FirstOrDefault(b => string.Equals(b.UserName, userName, StringComparison.OrdinalIgnoreCase));
}

/// <param name="UserName">As it was when he sold, or was noted.</param>
internal sealed record SellersBook(Guid Seller, string UserName, int Cards, long LeftFen, int Prospects);
