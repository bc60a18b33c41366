using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using RetailMember.StoredValue.Value.Holds;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Cards;

/// <summary>A card with its loads, what is held of it, and the newest lines of its journal.</summary>
[Needs(StoredValuePermissions.ViewCards)]
internal sealed class ReadCard(CardFinder finder, CardHistory history) : Query<ReadCard.Input, CardFile>
{
    protected override async Task<CardFile> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        await history.FileOfAsync(await finder.OfIdAsync(input.Card, cancel), input.BeforeNo, call, cancel);

    /// <param name="Card">Its key.</param>
    /// <param name="BeforeNo">Lines of the journal with a smaller number; left out: the newest.</param>
    internal sealed record Input(Guid Card, int? BeforeNo = null) : IInput<CardFile>;
}

/// <summary>Reads what became of cards.</summary>
internal sealed class CardHistory(StoredValueDb db, CardViews views, IBrandDirectory brands)
{
    private const int PageSize = 50;
    private const int MostLoads = 200;

    public async Task<CardFile> FileOfAsync(Card card, int? before, CallContext call, CancellationToken cancel)
    {
        var moves = await db.CardMoves.AsNoTracking()
            .Where(m => m.CardId == card.Id && m.No < (before ?? int.MaxValue))
            .OrderByDescending(m => m.No).Take(PageSize).ToListAsync(cancel);
        var loads = await db.CardLoads.AsNoTracking().Where(l => l.CardId == card.Id)
            .OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(MostLoads).ToListAsync(cancel);
        var holds = await db.CardHolds.AsNoTracking().Where(h => h.CardId == card.Id && h.State == HoldState.Open)
            .OrderBy(h => h.ExpiresAt).ToListAsync(cancel);
        return new CardFile(
            await views.OfAsync(card, call, cancel),
            [.. loads.Select(l => LoadView.Of(l, StoreOf(l.StoreId)))],
            [.. holds.Select(h => HoldView.Of(h, card))],
            [.. moves.Select(m => MoveView.Of(m, StoreOf(m.StoreId)))]);
    }

    private string? StoreOf(int? store) => store is { } id ? brands.FindStore(id)?.Code : null;
}

/// <summary>A card with all that belongs to it.</summary>
/// <param name="Moves">The journal, newest first.</param>
internal sealed record CardFile(
    CardView Balance, IReadOnlyList<LoadView> Loads, IReadOnlyList<HoldView> OpenHolds, IReadOnlyList<MoveView> Moves);

/// <param name="Loaded">Yuan that it was made with.</param>
/// <param name="Left">Yuan that can still be spent of it.</param>
/// <param name="ExpiresOn">Last day; left out: for ever.</param>
internal sealed record LoadView(
    Guid Load, LoadKind Kind, DateOnly BusinessDate, string? StoreCode, PocketsView Loaded,
    [property: JsonPropertyName("pocketsLeft")] PocketsView Left,
    DateOnly? ExpiresOn)
{
    public static LoadView Of(CardLoad load, string? store) => new(
        load.Id, load.Kind, load.On, store, PocketsView.Of(new(load.PrincipalFen, load.BonusFen)), PocketsView.Of(load.Left),
        load.ExpiresOn);
}

/// <param name="No">In the card's journal, from 1 without a gap.</param>
/// <param name="At">UTC.</param>
/// <param name="Reference">The receipt, the sale, or the reason.</param>
/// <param name="Bill">What a charge is given back by.</param>
/// <param name="Moved">Yuan by which what can be spent changed; of a hold that paid, what it paid.</param>
/// <param name="PocketsAfter">Yuan that can be spent after it.</param>
/// <param name="Held">Yuan by which what is held changed.</param>
/// <param name="Released">Yuan that a hold kept and did not need.</param>
internal sealed record MoveView(
    Guid Slip, int No, CardMoveKind Kind, DateTime At, DateOnly BusinessDate, string? StoreCode, string Operator,
    string Reference, Guid Bill, PocketsView Moved, PocketsView PocketsAfter, Money Held, Money Released)
{
    public static MoveView Of(CardMove move, string? store) => new(
        move.Id, move.No, move.Kind, move.At, move.On, store, move.Operator, move.Reference, move.BillId,
        PocketsView.Of(move.Told), PocketsView.Of(move.AfterAvailable), new Money(move.Frozen.TotalFen),
        new Money(move.Released.TotalFen));
}
