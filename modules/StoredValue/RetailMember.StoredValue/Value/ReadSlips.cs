using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value;

/// <summary>What cards paid of a bill and got back of it, as slips that the holder signs.</summary>
[Needs(StoredValuePermissions.ViewCards)]
internal sealed class ReadSlips(StoredValueDb db, IBrandDirectory brands) : Query<ReadSlips.Input, ReadSlips.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var moves = await db.CardMoves.AsNoTracking()
            // What raised a hold is of its bill, and no slip.
            .Where(m => m.BillId == input.Bill && m.Kind != CardMoveKind.Held).OrderBy(m => m.At).ThenBy(m => m.No).ToListAsync(cancel);
        if (moves.Count == 0) throw new Refusal("storedvalue.charge-not-found", RefusalKind.NotFound);
        Guid[] ids = [.. moves.Select(m => m.CardId).Distinct()];
        var cards = await db.Cards.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new { c.Id, c.Number }).ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        var former = (await db.ReplacedNumbers.AsNoTracking().Where(n => EF.Parameter(ids).Contains(n.CardId))
            .OrderBy(n => n.UntilNo).Select(n => new { n.CardId, n.UntilNo, n.Tail }).ToListAsync(cancel)).ToLookup(n => n.CardId);
        var taken = moves.Where(m => m.Kind == CardMoveKind.Closed && Before(m) is { Kind: CardMoveKind.Refunded })
            .ToDictionary(m => Before(m)!.Id);
        moves.RemoveAll(taken.ContainsValue);
        var paid = moves.Aggregate(Pockets.None, (sum, m) => sum - m.Whole);
        return new Result(
            input.Bill,
            moves.Find(m => m.Kind is CardMoveKind.Charged or CardMoveKind.Captured)?.Reference,
            [.. moves.Select(m => new Line(
                CardSlip.Of(m, NumberAt(m)),
                MoveView.Of(m, m.StoreId is { } store ? brands.FindStore(store)?.Code : null),
                taken.TryGetValue(m.Id, out var off) ? new Money(-off.PrincipalFen) : null))],
            moves.Exists(m => m.IsOfReceipt) ? Money.Zero : new Money(paid.TotalFen));

        // A slip says what it said when it was signed, whatever number the card has by now.
        string NumberAt(CardMove move) => former[move.CardId].FirstOrDefault(n => n.UntilNo > move.No) is { } then
            ? CardNumbers.MaskOf(then.Tail)
            : CardNumbers.Mask(cards[move.CardId]);

        // What comes back to a card that was given up goes off it in the next line of its journal.
        CardMove? Before(CardMove move) => moves.Find(m => m.CardId == move.CardId && m.No == move.No - 1);
    }

    internal sealed record Input(Guid Bill) : IInput<Result>;

    /// <param name="ReceiptNo">What was paid for; left out: nothing was paid.</param>
    /// <param name="LeftToRefund">Yuan that can still be given back here; none of a member's receipt.</param>
    internal sealed record Result(Guid Bill, string? ReceiptNo, IReadOnlyList<Line> Lines, Money LeftToRefund);

    /// <param name="PaidOut">
    /// Yuan of principal that came back to a card that was given up, and are paid out to its holder; left out: the card has
    /// what came back.
    /// </param>
    internal sealed record Line(CardSlip Slip, MoveView Move, Money? PaidOut);
}
