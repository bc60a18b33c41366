using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value;

/// <summary>Puts value on cards, inside the caller's transaction.</summary>
internal sealed class CardLoading(StoredValueDb db, CardBooks books, CardTypeShelf shelf, GuardRails law)
{
    /// <summary>
    /// Loads a card. The same key again answers the load that it made; with another content it is refused. Refuses a card
    /// that is not active, takes no further load or is about to be closed, an amount below the minimum, and more than the card
    /// may hold by its terms or, where the brand wants it refused, by law.
    /// </summary>
    public async Task<CardLoad> LoadAsync(LoadOrder order, CancellationToken cancel)
    {
        if (order.PrincipalFen < 0 || order.BonusFen < 0 || order.PrincipalFen + order.BonusFen == 0)
            throw new ArgumentException("A load is of something, and of nothing negative.", nameof(order));
        var (book, open) = await books.OpenOneAsync(order.Card, cancel);
        // Asked for under the lock: the same load at another host either stands by now or waits for this one.
        if (await db.CardLoads.AsNoTracking().SingleOrDefaultAsync(l => l.Key == order.Key, cancel) is { } before)
            return order.Made(before) ? before : throw new Refusal("storedvalue.load-key-reused", RefusalKind.Conflict);
        await ClosingRules.RequireNoClosingAsync(db, open.Card.Id, cancel);
        if (order.PaidBy is { } payer && open.Card.MemberId is { } holder && payer != holder)
            throw new Refusal("storedvalue.card-of-another", RefusalKind.Conflict);
        var type = await shelf.InForceAsync(open.Card.TypeId, order.Occasion.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        var isFirst = !await db.CardLoads.AnyAsync(l => l.CardId == open.Card.Id, cancel);
        var planned = new PlannedLoad(open.Card, open.Card.MemberId, isFirst, order.PrincipalFen, order.BonusFen)
        {
            IsGift = order.Kind == LoadKind.Gift,
        };
        if (LoadRules.Fault(planned, type.Terms) is { } no) throw no;
        // Weighed when it was sold too, but other loads may have come between.
        law.RequireLawfulLoad(type.Terms.Named, planned.AfterFen, open.Card.BrandId);
        var load = Make(order, open.Card, type);
        book.Add(
            open, new MoveOrder(CardMoveKind.Loaded, order.Occasion, order.Reference),
            new PartOrder(book.Open(open, load, type.Terms), new Pockets(order.PrincipalFen, order.BonusFen)));
        if (order.Seller is { } seller)
        {
            open.Card.LastSellerId = seller;
            book.Restate(open.Card);
        }

        await book.SaveAsync(cancel);
        return load;
    }

    private static CardLoad Make(LoadOrder order, Card card, KnownCardType type) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = card.BrandId,
        CardId = card.Id,
        Key = order.Key,
        Kind = order.Kind,
        TypeVersion = type.Number,
        PrincipalFen = order.PrincipalFen,
        BonusFen = order.BonusFen,
        Categories = order.Categories is { } only ? JsonSerializer.Serialize(only, Json.Options) : null,
        StoreId = order.Occasion.StoreId,
        On = order.Occasion.On,
        At = order.Occasion.At,
        ExpiresOn = order.ExpiresOn ?? type.Terms.LastDayOf(order.Occasion.On),
    };
}

/// <summary>A load that was paid for, or is given.</summary>
/// <param name="Card">Its key.</param>
/// <param name="Key">The business key, at most 100 characters, unique in the brand: the sale's, the provider's.</param>
/// <param name="PrincipalFen">What was paid.</param>
/// <param name="BonusFen">What is given on top: by the type's bands, or as approved.</param>
/// <param name="Reference">What the card's journal says of it.</param>
internal sealed record LoadOrder(
    Guid Card, string Key, long PrincipalFen, long BonusFen, LoadKind Kind, CardOccasion Occasion, string Reference)
{
    /// <summary>The person whom the card remembers as its last seller from now on; null leaves the one it has.</summary>
    public Guid? Seller { get; init; }

    /// <summary>The member who paid: the load is refused where the card has gone to another since. Null: nobody known.</summary>
    public Guid? PaidBy { get; init; }

    /// <summary>Codes of the categories that this load alone pays for; null: those of the card's type.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Its last day; null: as the card's type says.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Whether a load is what this order made.</summary>
    public bool Made(CardLoad load) =>
        (load.CardId, load.PrincipalFen, load.BonusFen, load.Kind) == (Card, PrincipalFen, BonusFen, Kind);
}
