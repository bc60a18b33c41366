using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>What becomes of holds, for this module's use cases and those of others, inside the caller's transaction.</summary>
internal sealed class CardHolding(
    CardBooks books, CardNumbers numbers, GuessGate gate, CardFinder finder, HoldShelf shelf, ChargeBounds bounds) : ICardHolds
{
    /// <summary>Sets an amount of a card aside that somebody shows.</summary>
    public async Task<(CardHold Hold, Card Card)> HoldAsync(HoldOrder order, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        if ((await gate.OpenAsync([call], cancel)).Fault(call) is { } tooMany) throw tooMany;
        var index = numbers.IndexOf(order.Card);
        var book = await books.OpenAsync(index is null ? [] : [index], cancel);
        if (index is null || book.Find(index) is not { } card) throw await finder.UnknownAsync(index, call, cancel);
        if (CardRefusals.OfState(card.Card) is { } fault)
        {
            if (fault.Code == CardRefusals.NotUsable) await gate.NoteAsync(call);
            throw fault;
        }

        return await HoldAsync(book, card, order.Lines, order.Reference, call, cancel);
    }

    /// <summary>Sets more of the card aside: the hold keeps both, and lasts anew.</summary>
    public async Task<OpenHold> RaiseAsync(
        Guid hold, IReadOnlyList<BillLine> lines, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        var open = await shelf.OpenAsync(hold, cancel);
        open.RequireOpen(call.At);
        await RaiseAsync(open, lines, call, cancel);
        return open;
    }

    /// <summary>Pays a bill out of what was set aside; the rest comes back to the card.</summary>
    public async Task<OpenHold> CaptureAsync(
        Guid hold, IReadOnlyList<BillLine> lines, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        var open = await shelf.OpenAsync(hold, cancel);
        open.RequireOpen(call.At);
        if (lines.Sum(l => l.Fen) > open.Hold.TotalFen)
            throw new Refusal("storedvalue.above-hold", RefusalKind.Conflict, ("held", new Money(open.Hold.TotalFen)));
        open.Capture(lines, CardOccasion.Of(call));
        await shelf.SaveAsync(open, cancel);
        return open;
    }

    public async Task<OpenHold> ReleaseAsync(Guid hold, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        var open = await shelf.OpenAsync(hold, cancel);
        open.RequireOpen(call.At);
        await ReleaseAsync(open, call, cancel);
        return open;
    }

    async Task<HeldAmount> ICardHolds.HoldAsync(
        string card, long fen, string reference, CallContext call, CancellationToken cancel) =>
        HeldOf(await HoldAsync(new HoldOrder(card, [new BillLine(null, fen)], reference), call, cancel));

    async Task<HeldAmount> ICardHolds.KeepAsync(Guid hold, long fen, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        var open = await shelf.OpenAsync(hold, cancel);
        open.RequireUnpaid();
        if (!open.IsOpenAt(call.At)) return await AgainAsync(open, fen, call, cancel);
        var more = fen - open.Hold.TotalFen;
        if (more > 0) await RaiseAsync(open, [new BillLine(null, more)], call, cancel);
        return HeldOf((open.Hold, open.Card.Card));
    }

    async Task ICardHolds.CaptureAsync(Guid hold, long fen, CallContext call, CancellationToken cancel) =>
        await CaptureAsync(hold, [new BillLine(null, fen)], call, cancel);

    async Task ICardHolds.ReleaseAsync(Guid hold, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        var open = await shelf.OpenAsync(hold, cancel);
        open.RequireUnpaid();
        if (open.Hold.State == HoldState.Open) await ReleaseAsync(open, call, cancel);
    }

    private async Task<(CardHold Hold, Card Card)> HoldAsync(
        CardBook book, OpenCard card, IReadOnlyList<BillLine> lines, string reference, CallContext call, CancellationToken cancel)
    {
        var (move, share) = await SetAsideAsync(
            book, card, lines, new MoveOrder(CardMoveKind.Held, CardOccasion.Of(call), reference), cancel);
        var hold = shelf.Make(move, share, call);
        await book.SaveAsync(cancel);
        await shelf.AddAsync(hold, cancel);
        return (hold, card.Card);
    }

    /// <summary>So much of the card of a hold that keeps nothing any more.</summary>
    private async Task<HeldAmount> AgainAsync(OpenHold over, long fen, CallContext call, CancellationToken cancel)
    {
        // Written first: whoever bounds the card sees that it came back.
        if (over.Hold.State == HoldState.Open) await ReleaseAsync(over, call, cancel);
        var (book, card) = await books.OpenOneAsync(over.Hold.CardId, cancel);
        if (CardRefusals.OfState(card.Card) is { } fault) throw fault;
        return HeldOf(await HoldAsync(book, card, [new BillLine(null, fen)], over.Hold.Reference, call, cancel));
    }

    private async Task RaiseAsync(OpenHold open, IReadOnlyList<BillLine> lines, CallContext call, CancellationToken cancel)
    {
        if (CardRefusals.OfState(open.Card.Card) is { } fault) throw fault;
        var order = new MoveOrder(CardMoveKind.Held, CardOccasion.Of(call), open.Hold.Reference)
        {
            BillId = open.Hold.Id, HoldId = open.Hold.Id,
        };
        var (move, share) = await SetAsideAsync(open.Book, open.Card, lines, order, cancel);
        open.Raise(move, shelf.EndOf([.. open.Parts.Select(p => p.Load), .. share.Parts.Select(p => p.Load)], call));
        await shelf.SaveAsync(open, cancel);
    }

    /// <summary>What is over was given back by time, however late that is written.</summary>
    private async Task ReleaseAsync(OpenHold open, CallContext call, CancellationToken cancel)
    {
        open.Release(open.IsOpenAt(call.At) ? HoldState.Released : HoldState.Expired, CardOccasion.Of(call));
        await shelf.SaveAsync(open, cancel);
    }

    private async Task<(CardMove Move, CardShare Share)> SetAsideAsync(
        CardBook book, OpenCard card, IReadOnlyList<BillLine> lines, MoveOrder order, CancellationToken cancel)
    {
        var (occasion, asked) = (order.Occasion, lines.Sum(l => l.Fen));
        var bound = (await bounds.OfAsync([(card, occasion)], cancel)).Of(card, occasion);
        var share = new OpenBill(lines).Pay(card, occasion, Math.Min(asked, bound.LeftFen));
        if (share.TotalFen < asked)
            throw bound.ReasonAt(share.TotalFen) ?? CardRefusals.Short(
                asked, share.TotalFen, card.Loads.Where(l => l.IsValidOn(occasion.On)).Sum(l => l.Row.Left.TotalFen));
        return (book.Add(card, order, [.. share.Parts.Select(p => p with { Frozen = -p.Available })]).Move, share);
    }

    private static HeldAmount HeldOf((CardHold Hold, Card Card) held) =>
        new(held.Hold.Id, CardNumbers.Mask(held.Card.Number), held.Hold.TotalFen, held.Hold.ExpiresAt);
}

/// <param name="Card">Its number as scanned or typed.</param>
/// <param name="Lines">What the amount is made of.</param>
/// <param name="Reference">What the card's journal says of it.</param>
internal sealed record HoldOrder(string Card, IReadOnlyList<BillLine> Lines, string Reference);
