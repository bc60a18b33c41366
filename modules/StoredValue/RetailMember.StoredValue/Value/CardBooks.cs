using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value;

/// <summary>Locks cards of the current brand and opens their loads.</summary>
internal sealed class CardBooks(
    StoredValueDb db, IRows rows, DataSession session, ILedger ledger, CardTypeShelf shelf, IEvents events)
{
    /// <summary>By the indexes of their numbers. What is no card of the brand is left out.</summary>
    public async Task<CardBook> OpenAsync(IReadOnlyCollection<string> indexes, CancellationToken cancel) =>
        await OpenAsync(await rows.LockAsync<Card, string>(c => c.NumberIndex, indexes, cancel), [], cancel);

    /// <summary>By their keys. What is no card of the brand is left out.</summary>
    /// <param name="cards">Keys of cards.</param>
    /// <param name="loads">Keys of loads that are needed although nothing is left of them.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<CardBook> OpenAsync(
        IReadOnlyCollection<Guid> cards, IReadOnlyCollection<Guid> loads, CancellationToken cancel) =>
        await OpenAsync(await rows.LockAsync<Card, Guid>(c => c.Id, cards, cancel), loads, cancel);

    /// <summary>One card, with all loads that hold something; refused where the brand has none of this key.</summary>
    public async Task<(CardBook Book, OpenCard Card)> OpenOneAsync(Guid card, CancellationToken cancel)
    {
        var book = await OpenAsync([card], [], cancel);
        return (book, book.Find(card) ?? throw new Refusal("storedvalue.card-not-found", RefusalKind.NotFound));
    }

    /// <summary>The same without locks, to say what would be.</summary>
    public async Task<CardBook> ReadAsync(IReadOnlyCollection<string> indexes, CancellationToken cancel) =>
        await OpenAsync(await rows.ReadAsync<Card, string>(c => c.NumberIndex, indexes, cancel), [], cancel);

    private async Task<CardBook> OpenAsync(List<Card> found, IReadOnlyCollection<Guid> named, CancellationToken cancel)
    {
        Card[] cards = [.. found.Where(c => c.BrandId == session.Brand)];
        Guid[] ids = [.. cards.Select(c => c.Id)];
        var loads = cards.Length == 0
            ? []
            : await db.CardLoads.AsNoTracking()
                .Where(l => EF.Parameter(ids).Contains(l.CardId)
                    && (l.PrincipalLeftFen > 0 || l.BonusLeftFen > 0 || EF.Parameter(named).Contains(l.Id)))
                .ToListAsync(cancel);
        var typeOf = cards.ToDictionary(c => c.Id, c => c.TypeId);
        var terms = await shelf.TermsAsync([.. loads.Select(l => (typeOf[l.CardId], l.TypeVersion))], cancel);
        var byCard = loads.ToLookup(l => l.CardId);
        return new CardBook(
            rows,
            ledger,
            events,
            [
                .. cards.Select(c => new OpenCard(
                    c, [.. byCard[c.Id].Select(l => new OpenLoad(l, terms[(c.TypeId, l.TypeVersion)]))])),
            ]);
    }
}
