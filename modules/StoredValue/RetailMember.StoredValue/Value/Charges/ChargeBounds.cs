using Microsoft.EntityFrameworkCore;
using RetailMember.Modules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>Asks the modules that bound what cards pay.</summary>
internal sealed class ChargeBounds(SeamCalls seams, StoredValueDb db)
{
    /// <summary>The bounds of cards, each where and when it is about to pay. The cards are locked, or only looked at.</summary>
    public async Task<BoundCards> OfAsync(
        IReadOnlyCollection<(OpenCard Card, CardOccasion Occasion)> paying, CancellationToken cancel)
    {
        var asked = paying
            .Where(p => p.Occasion.StoreId is { } store && seams.MayConcern<ICardChargeRule>(p.Card.Card.BrandId, store))
            .DistinctBy(KeyOf).ToList();
        if (asked.Count == 0) return BoundCards.None;
        var fresh = await LoadedAsync(asked, cancel);
        var moved = await MovedAsync(fresh, cancel);
        var bounds = asked.ToDictionary(KeyOf, p => UnderwayOf(p.Card, p.Occasion, fresh, moved));
        await seams.AskAsync<ICardChargeRule, CardUnderway>(
            [.. bounds.Values], (rule, cards, c) => rule.BoundAsync(cards, c), "bound cards", cancel);
        return new BoundCards(bounds.Values.ToDictionary(b => (b.CardId, b.BusinessDate, b.StoreId), b => new BoundCard(b)));
    }

    private static (Guid Card, DateOnly On, int Store) KeyOf((OpenCard Card, CardOccasion Occasion) paying) =>
        (paying.Card.Card.Id, paying.Occasion.On, paying.Occasion.StoreId!.Value);

    private static CardUnderway UnderwayOf(
        OpenCard card, CardOccasion occasion, ILookup<(Guid, DateOnly), CardLoad> fresh, Dictionary<Guid, MovedThatDay> moved)
    {
        var usable = card.Usable(occasion.On, occasion.StoreCode).ToDictionary(l => l.Row.Id, l => l.Row.Left.TotalFen);
        return new CardUnderway(
            card.Card.BrandId, occasion.StoreId!.Value, card.Card.Id, occasion.At, occasion.On, usable.Values.Sum(),
            [
                .. from load in fresh[(card.Card.Id, occasion.On)]
                   let of = moved.GetValueOrDefault(load.Id, MovedThatDay.Nothing)
                   let stands = new Pockets(load.PrincipalFen, load.BonusFen) - of.TakenBack
                   where stands != Pockets.None
                   select new CardLoadOfDay(
                       stands.PrincipalFen, stands.BonusFen, usable.GetValueOrDefault(load.Id), of.SpentFen),
            ]);
    }

    private async Task<ILookup<(Guid Card, DateOnly On), CardLoad>> LoadedAsync(
        List<(OpenCard Card, CardOccasion Occasion)> asked, CancellationToken cancel)
    {
        Guid[] cards = [.. asked.Select(a => a.Card.Card.Id).Distinct()];
        DateOnly[] days = [.. asked.Select(a => a.Occasion.On).Distinct()];
        return (await db.CardLoads.AsNoTracking()
            .Where(l => EF.Parameter(cards).Contains(l.CardId) && EF.Parameter(days).Contains(l.On))
            .ToListAsync(cancel)).ToLookup(l => (l.CardId, l.On));
    }

    private async Task<Dictionary<Guid, MovedThatDay>> MovedAsync(
        ILookup<(Guid Card, DateOnly On), CardLoad> fresh, CancellationToken cancel)
    {
        var days = fresh.SelectMany(g => g).ToDictionary(l => l.Id, l => l.On);
        if (days.Count == 0) return [];
        Guid[] loads = [.. days.Keys];
        var moves = await (
            from part in db.CardMoveParts.AsNoTracking()
            join move in db.CardMoves.AsNoTracking() on part.MoveId equals move.Id
            where EF.Parameter(loads).Contains(part.LoadId) && move.Kind != CardMoveKind.Loaded
            select new { part.LoadId, move.On, move.Kind, part.PrincipalFen, part.BonusFen }).ToListAsync(cancel);
        return moves.Where(m => m.On == days[m.LoadId]).GroupBy(m => m.LoadId).ToDictionary(
            g => g.Key,
            g => g.Aggregate(MovedThatDay.Nothing, (sum, m) => sum.With(m.Kind, new Pockets(m.PrincipalFen, m.BonusFen))));
    }
}

/// <summary>What left a load on its own day.</summary>
/// <param name="SpentFen">Holds count as they are set aside, refunds and releases as they come back.</param>
/// <param name="TakenBack">What was paid out again and cancelled: it was never bought.</param>
internal sealed record MovedThatDay(long SpentFen, Pockets TakenBack)
{
    public static readonly MovedThatDay Nothing = new(0, Pockets.None);

    public MovedThatDay With(CardMoveKind kind, Pockets moved) => kind switch
    {
        CardMoveKind.TakenBack or CardMoveKind.Closed => this with { TakenBack = TakenBack - moved },
        CardMoveKind.Charged or CardMoveKind.Refunded or CardMoveKind.Held or CardMoveKind.Captured or CardMoveKind.Released
            or CardMoveKind.HoldExpired => this with { SpentFen = SpentFen - moved.TotalFen },
        _ => this,
    };
}

/// <summary>How far cards may pay that are decided about together.</summary>
internal sealed class BoundCards(IReadOnlyDictionary<(Guid Card, DateOnly On, int Store), BoundCard> bounds)
{
    public static readonly BoundCards None = new(new Dictionary<(Guid, DateOnly, int), BoundCard>());

    public BoundCard Of(OpenCard card, CardOccasion occasion) =>
        bounds.GetValueOrDefault((card.Card.Id, occasion.On, occasion.StoreId ?? 0)) ?? BoundCard.Free;
}

/// <summary>What is left of the bound of one card; null where it has none.</summary>
internal sealed class BoundCard(CardUnderway? asked)
{
    public static readonly BoundCard Free = new(asked: null);

    private long paidFen;

    public long LeftFen => asked is null ? long.MaxValue : Math.Max(0, asked.MostFen - paidFen);

    /// <summary>Why it pays no more than this; null: that is not the bound's doing.</summary>
    public Refusal? ReasonAt(long fen) => fen >= LeftFen ? asked?.Reason : null;

    public void Pay(long fen)
    {
        if (asked is not null) paidFen += fen;
    }
}
