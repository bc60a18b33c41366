using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>
/// Purchases that a card had paid before it was given up can be returned all the same. What comes back to the card goes off
/// it again at once: its principal is owed to whom the card was paid out to, and waits to be paid; its bonus is cancelled.
/// </summary>
internal sealed class ReturnsToClosedCards(
    StoredValueDb db, CardTypeShelf shelf, CardPayout payout, CashPayouts cash, IBrandDirectory brands)
{
    /// <summary>In the book that gave it back. Without principal nothing is owed.</summary>
    public static ReturnToClosedCard TakeOff(
        CardBook book, OpenCard open, IEnumerable<PartOrder> given, CardOccasion occasion, string reference, Guid bill)
    {
        var (move, parts) = book.Add(
            open, new MoveOrder(CardMoveKind.Closed, occasion, reference) { BillId = bill },
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
        var before = await PaidToAsync(card, cancel);
        var type = await shelf.InForceAsync(card.TypeId, occasion.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        var (fen, holder) = (-owed.Move.PrincipalFen, before?.MemberId ?? card.MemberId);
        var brand = brands.Find(card.BrandId)!;
        return new CardClosing
        {
            BrandId = card.BrandId,
            CardId = card.Id,
            MemberId = holder,
            ReturnedBy = owed.Move.Id,
            Reason = owed.Move.Reference,
            Payout = new Payout
            {
                // What is too much for cash needs an account, told before or asked for now.
                Way = before?.Paid.AccountNo is null
                    && await cash.IsLittleAsync(new CashPayout(fen, holder, card.Id), type.Terms, brand, occasion.At, cancel)
                        ? PayoutWay.Cash
                        : PayoutWay.BankAccount,
                IdentityCheck = before?.Paid.IdentityCheck ?? "",
                AccountName = before?.Paid.AccountName,
                AccountNo = before?.Paid.AccountNo,
            },
            PrincipalFen = fen,
            BonusFen = -owed.Move.BonusFen,
            StoreId = occasion.StoreId,
            RequestedBy = occasion.Operator,
            RequestedAt = occasion.At,
        };
    }

    /// <summary>Who was paid, and where to, when the card was given up, or emptied as its sale was taken back.</summary>
    private async Task<PaidTo?> PaidToAsync(Card card, CancellationToken cancel) =>
        await db.CardClosings.AsNoTracking()
            .Where(c => c.CardId == card.Id && c.ReturnedBy == null && c.State == ClosingState.Approved)
            .Select(c => new PaidTo(c.MemberId, c.Payout))
            .SingleOrDefaultAsync(cancel)
        ?? await db.SaleRefunds.AsNoTracking()
            .Where(r => r.State == ClosingState.Approved
                && db.CardSales.Any(s => s.Id == r.SaleId && s.CardId == card.Id && s.Kind == SaleKind.Card))
            .Select(r => new PaidTo(r.MemberId ?? card.MemberId, r.Payout))
            .SingleOrDefaultAsync(cancel);

    private sealed record PaidTo(Guid? MemberId, Payout Paid);
}

/// <summary>What came back to a closed card and went off it again.</summary>
internal sealed record ReturnToClosedCard(
    Card Card, CardMove Move, IReadOnlyList<CardMovePart> Parts, CardOccasion Occasion);
