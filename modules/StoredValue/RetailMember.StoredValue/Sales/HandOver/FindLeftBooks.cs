using Microsoft.EntityFrameworkCore;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.HandOver;

/// <summary>Customers whose seller sells here no more, by that seller: nobody has their renewals.</summary>
[Needs(SalesPermissions.HandOverCustomers)]
internal sealed class FindLeftBooks(LeftBooks books, Crediting crediting) : Query<FindLeftBooks.Input, FindLeftBooks.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = (await books.AllAsync(cancel)).Where(b => !crediting.Sells(b.Seller, call.RequiredBrand.Id));
        return new Result([.. found.Select(b => new LeftBook(b.UserName, b.Cards, new Money(b.LeftFen)))]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="LeftCustomers">Those with most cards first.</param>
    internal sealed record Result(IReadOnlyList<LeftBook> LeftCustomers);

    /// <param name="Leaver">User name; the key of one whose name nobody has noted.</param>
    /// <param name="CardCount">Cards that he sold to last.</param>
    /// <param name="Left">Yuan on them.</param>
    internal sealed record LeftBook(string Leaver, int CardCount, Money Left);
}

/// <summary>
/// The customers of sellers: the cards that each of them sold to last, or was given. Somebody who never sold is known by the
/// name that was noted of him while he was here; if he came and left between two notes, by his key.
/// </summary>
internal sealed class LeftBooks(StoredValueDb db, IStaff staff)
{
    /// <summary>Those with most cards first.</summary>
    public async Task<IReadOnlyList<SellersBook>> AllAsync(CancellationToken cancel)
    {
        var cards = await db.Cards.AsNoTracking()
            .Where(c => c.LastSellerId != null && c.State != CardState.Closed)
            .GroupBy(c => c.LastSellerId!.Value)
            .Select(g => new { Seller = g.Key, Cards = g.Count(), Left = g.Sum(c => c.PrincipalFen + c.BonusFen) })
            .ToListAsync(cancel);
        var names = await NamesAsync([.. cards.Select(c => c.Seller)], cancel);
        return
        [
            .. cards.Select(c => new SellersBook(c.Seller, names[c.Seller], c.Cards, c.Left))
                .OrderByDescending(c => c.Cards).ThenBy(c => c.UserName, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Guid[] sellers, CancellationToken cancel)
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
            sold.GetValueOrDefault(s) ?? staff.Find(s)?.UserName ?? noted.GetValueOrDefault(s) ?? s.ToString("N"));
    }

    /// <summary>By user name; null: he has no customers.</summary>
    public async Task<SellersBook?> FindAsync(string userName, CancellationToken cancel) =>
        (await AllAsync(cancel)).FirstOrDefault(b => string.Equals(b.UserName, userName, StringComparison.OrdinalIgnoreCase));
}

/// <param name="UserName">As it was when he sold, or was noted.</param>
internal sealed record SellersBook(Guid Seller, string UserName, int Cards, long LeftFen);
