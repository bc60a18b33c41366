using Microsoft.EntityFrameworkCore;
using RetailMember.Modules;
using RetailMember.StoredValue.Data;
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
        var spent = await SpentAsync(fresh, cancel);
        var bounds = asked.ToDictionary(KeyOf, p => UnderwayOf(p.Card, p.Occasion, fresh, spent));
        await seams.AskAsync<ICardChargeRule, CardUnderway>(
            [.. bounds.Values], (rule, cards, c) => rule.BoundAsync(cards, c), "bound cards", cancel);
        return new BoundCards(bounds.Values.ToDictionary(b => (b.CardId, b.BusinessDate, b.StoreId), b => new BoundCard(b)));
    }

    private static (Guid Card, DateOnly On, int Store) KeyOf((OpenCard Card, CardOccasion Occasion) paying) =>
        (paying.Card.Card.Id, paying.Occasion.On, paying.Occasion.StoreId!.Value);

    private static CardUnderway UnderwayOf(
        OpenCard card, CardOccasion occasion, ILookup<(Guid, DateOnly), CardLoad> fresh, Dictionary<Guid, long> spent)
    {
        var usable = card.Usable(occasion.On, occasion.StoreCode).ToDictionary(l => l.Row.Id, l => l.Row.Left.TotalFen);
        return new CardUnderway(
            card.Card.BrandId, occasion.StoreId!.Value, card.Card.Id, occasion.At, occasion.On, usable.Values.Sum(),
            [
                .. fresh[(card.Card.Id, occasion.On)].Select(l => new CardLoadOfDay(
                    l.PrincipalFen, l.BonusFen, usable.GetValueOrDefault(l.Id), spent.GetValueOrDefault(l.Id))),
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

    /// <summary>By load, what left it on its own day: holds count as they are set aside, refunds and releases as they come back.</summary>
    private async Task<Dictionary<Guid, long>> SpentAsync(
        ILookup<(Guid Card, DateOnly On), CardLoad> fresh, CancellationToken cancel)
    {
        var days = fresh.SelectMany(g => g).ToDictionary(l => l.Id, l => l.On);
        if (days.Count == 0) return [];
        Guid[] loads = [.. days.Keys];
        var moved = await (
            from part in db.CardMoveParts.AsNoTracking()
            join move in db.CardMoves.AsNoTracking() on part.MoveId equals move.Id
            where EF.Parameter(loads).Contains(part.LoadId) && move.Kind != CardMoveKind.Loaded
            select new { part.LoadId, move.On, Fen = part.PrincipalFen + part.BonusFen }).ToListAsync(cancel);
        return moved.Where(m => m.On == days[m.LoadId]).GroupBy(m => m.LoadId).ToDictionary(g => g.Key, g => -g.Sum(m => m.Fen));
    }
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
