using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>
/// Purchases that a card had paid before it was given up can be returned all the same. What comes back to the card goes off
/// it again at once: its principal is owed to whom the card was paid out to, and waits to be paid; its bonus is cancelled.
/// </summary>
internal sealed class ReturnsToClosedCards(StoredValueDb db, CardTypeShelf shelf, CardPayout payout)
{
    /// <summary>In the book that gave it back. Without principal nothing is owed.</summary>
    public static ReturnToClosedCard TakeOff(
        CardBook book, OpenCard open, IEnumerable<PartOrder> given, CardOccasion occasion, string reference)
    {
        var (move, parts) = book.Add(
            open, new MoveOrder(CardMoveKind.Closed, occasion, reference),
            [.. given.Select(g => new PartOrder(g.Load, -g.Available))]);
        return new ReturnToClosedCard(open.Card, move, parts, occasion);
    }

    /// <summary>Notes what is owed, once the book is saved.</summary>
    public async Task OweAsync(IReadOnlyCollection<ReturnToClosedCard> returns, CancellationToken cancel)
    {
        foreach (var owed in returns.Where(r => r.Move.PrincipalFen < 0)) db.CardClosings.Add(await ClosingOfAsync(owed, cancel));
        foreach (var told in returns.GroupBy(r => r.Occasion))
            await payout.TellAsync([.. told.SelectMany(r => r.Parts)], told.Key, cancel);
    }

    private async Task<CardClosing> ClosingOfAsync(ReturnToClosedCard owed, CancellationToken cancel)
    {
        var (card, occasion) = (owed.Card, owed.Occasion);
        var first = await db.CardClosings.AsNoTracking()
            .Where(c => c.CardId == card.Id && c.ReturnedBy == null && c.State == ClosingState.Approved)
            .SingleOrDefaultAsync(cancel);
        var type = await shelf.InForceAsync(card.TypeId, occasion.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        var fen = -owed.Move.PrincipalFen;
        return new CardClosing
        {
            Id = Guid.CreateVersion7(),
            BrandId = card.BrandId,
            CardId = card.Id,
            MemberId = first?.MemberId ?? card.MemberId,
            ReturnedBy = owed.Move.Id,
            Reason = owed.Move.Reference,
            IdentityCheck = first?.IdentityCheck ?? "",
            // What is too much for cash needs an account, told before or asked for now.
            Payout = first?.AccountNo is not null || fen > type.Terms.Refund.CashUpTo.Fen ? PayoutWay.BankAccount : PayoutWay.Cash,
            AccountName = first?.AccountName,
            AccountNo = first?.AccountNo,
            PrincipalFen = fen,
            BonusFen = -owed.Move.BonusFen,
            StoreId = occasion.StoreId,
            RequestedBy = occasion.Operator,
            RequestedAt = occasion.At,
        };
    }
}

/// <summary>What came back to a closed card and went off it again.</summary>
internal sealed record ReturnToClosedCard(
    Card Card, CardMove Move, IReadOnlyList<CardMovePart> Parts, CardOccasion Occasion);
